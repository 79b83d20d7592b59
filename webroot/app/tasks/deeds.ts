import type { Column, Id, Task } from '../../client/model';
import type { LiveEvent } from '../../client/protocol';
import { texts } from '../texts';

/** What somebody else has just done with the task on the screen. */
export interface Deed {
  kind: 'changed' | 'deleted';
  words: string;
}

/** `null`: nothing the reader would miss. */
export function deedIn(
  event: LiveEvent,
  task: Pick<Task, 'id' | 'title' | 'column_id'>,
  columns: readonly Column[],
): Deed | null {
  const { actor, type } = event;
  const about = event.data as Pick<Task, 'id' | 'column_id'> | null;
  if (actor === undefined || about?.id !== task.id) return null;
  if (type === 'task.deleted')
    return { kind: 'deleted', words: texts.tasks.deeds.deleted(actor.name, task.title) };
  if (type === 'task.completed') return { kind: 'changed', words: texts.tasks.deeds.completed(actor.name) };
  if (type === 'task.reopened') return { kind: 'changed', words: texts.tasks.deeds.reopened(actor.name) };
  if (type !== 'task.moved' || about.column_id === task.column_id) return null;
  const column = nameOf(columns, about.column_id);
  return column === undefined
    ? null
    : { kind: 'changed', words: texts.tasks.deeds.moved(actor.name, column) };
}

function nameOf(columns: readonly Column[], id: Id | null): string | undefined {
  return columns.find((column) => column.id === id)?.name;
}
