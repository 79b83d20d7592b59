import type { Board } from '../../client/board';
import type { Id, Task } from '../../client/model';
import type { LiveEvent } from '../../client/protocol';
import { texts } from '../texts';
import type { Part, TaskName } from './fill';
import { taskSentences } from './taskWords';
import { workspaceSentences } from './workspaceWords';

/** What somebody did, in words to stand behind their name. */
export interface Sentence {
  parts: readonly Part[];
  /** A text and what became of it, too long to stand in a sentence. */
  texts?: { before: string; after: string };
  /** What was said. */
  quote?: string;
}

/** Whether each sentence names its task, or all of them are about the one on the screen. */
export type Scope = 'workspace' | 'task';

/**
 * An event in words: one sentence for each thing that changed, none for what nobody would miss (the order in a column,
 * an event of a kind not known here). `board`: where names are looked up; `null` for personal tasks.
 */
export function wordsFor(event: LiveEvent, board: Board | null, scope: Scope): Sentence[] {
  if (/^(task|comment)\./.test(event.type)) return taskSentences(event, board, taskName(event, board, scope));
  return workspaceSentences(event, board);
}

/** The sentence as plain text, to be read aloud or searched in. */
export function plainText(sentence: Sentence): string {
  return sentence.parts.map(({ text }) => text).join('');
}

function taskName(event: LiveEvent, board: Board | null, scope: Scope): TaskName {
  if (scope === 'task') return null;
  const told = event.data as Partial<Task> & { task_id?: Id };
  const id = told.task_id ?? told.id;
  const known = id === undefined ? undefined : board?.tasks.get(id);
  const { number, title } = known ?? told;
  if (title === undefined) return { text: texts.activity.unknownTask, taskId: null };
  const text = `${texts.tasks.number(number ?? 0)} ${title}`;
  return { text, taskId: known?.id ?? null };
}
