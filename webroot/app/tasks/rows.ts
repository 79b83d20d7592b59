import { keep } from '../../client/keep';
import type { Id, Task } from '../../client/model';
import type { Tasks } from '../../client/tasks';

/** Which tasks stand in which column, in order. */
export type Rows = ReadonlyMap<Id, readonly Id[]>;

/** The rows with only what matches. A row that is what it was before stays the very same, so that it is not drawn again. */
export function matchingRows(all: Rows, tasks: Tasks, matches: (task: Task) => boolean, before: Rows): Rows {
  const shown = (id: Id) => {
    const task = tasks.get(id);
    return task !== undefined && matches(task);
  };
  return new Map(
    [...all].map(([columnId, row]) => [columnId, keep(before.get(columnId), row.filter(shown))]),
  );
}

export function countOf(rows: Rows): number {
  return [...rows.values()].reduce((sum, row) => sum + row.length, 0);
}

/** Who is new in a row. Only the part between what both begin and end with is looked at: rows are long, changes small. */
export function newcomers(before: readonly Id[], after: readonly Id[]): readonly Id[] {
  let start = 0;
  while (start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  const shorter = Math.min(before.length, after.length) - start;
  while (end < shorter && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const there = new Set(before.slice(start, before.length - end));
  return after.slice(start, after.length - end).filter((id) => !there.has(id));
}
