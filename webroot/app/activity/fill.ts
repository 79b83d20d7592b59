import type { Id } from '../../client/model';
import { texts } from '../texts';

/** A piece of a sentence: words, a name or text that is spoken of, or a task to go to (`taskId: null`: it is gone). */
export type Part =
  | { kind: 'words'; text: string }
  | { kind: 'value'; text: string }
  | { kind: 'task'; text: string; taskId: Id | null };

/** How a sentence speaks of its task; `null`: all of them are about the same one. */
export type TaskName = { text: string; taskId: Id | null } | null;

const gap = /(\{\w+\})/;

/** Puts what is spoken of into the gaps of a template, `{of}` and the like before the task in them. */
export function fill(template: string, task: TaskName, values: Record<string, string> = {}): Part[] {
  const whole = template.replace(/\{(of|on|to|off)\}/g, (_, tail: string) =>
    task === null ? '' : (texts.activity.tails[tail] ?? ''),
  );
  return whole
    .split(gap)
    .filter((piece) => piece !== '')
    .map((piece) => partOf(piece, task, values));
}

function partOf(piece: string, task: TaskName, values: Record<string, string>): Part {
  if (!gap.test(piece)) return { kind: 'words', text: piece };
  if (piece !== '{task}') return { kind: 'value', text: values[piece.slice(1, -1)] ?? '' };
  return task === null ? { kind: 'words', text: texts.activity.thisTask } : { kind: 'task', ...task };
}
