import { create } from 'zustand';
import type { Id } from '../../client/model';

/** The pages of the palette behind its first one. Those of `taskPages` change the task it was opened at. */
export const taskPages = ['assign', 'move', 'priority', 'due', 'label'] as const;
export type TaskPage = (typeof taskPages)[number];
export type PageName = TaskPage | 'create' | 'theme' | 'status';

/** What the shell shows above the page. `taskId`: the task that was current when it was opened. */
export type Shown =
  | { kind: 'palette'; page: PageName | null; taskId: Id | null }
  | { kind: 'sheet' }
  | { kind: 'delete'; taskId: Id }
  | { kind: 'new-workspace' }
  | { kind: 'invite' };

/** `typedAhead`: what was typed between asking for the palette and its being there. */
export const useShown = create<{ shown: Shown | null; typedAhead: string }>(() => ({
  shown: null,
  typedAhead: '',
}));

export function show(shown: Shown): void {
  useShown.setState({ shown, typedAhead: '' });
}

export function typeAhead(letter: string): void {
  useShown.setState(({ typedAhead }) => ({ typedAhead: typedAhead + letter }));
}

export function showNothing(): void {
  useShown.setState({ shown: null });
}
