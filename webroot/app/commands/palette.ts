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

/** `query`: what is typed into the palette. It stands here because one types before the palette is there. */
export const useShown = create<{ shown: Shown | null; query: string }>(() => ({ shown: null, query: '' }));

export function show(shown: Shown): void {
  useShown.setState({ shown, query: '' });
}

export function ask(query: string): void {
  useShown.setState({ query });
}

export function showNothing(): void {
  useShown.setState({ shown: null });
}
