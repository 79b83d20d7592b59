import { keep } from './keep';
import type { Id, Task } from './model';
import { byRank } from './rank';
import { changedIds, type Tasks } from './tasks';

/** The ids of every column's tasks in their order; those without a column under `null`. */
export type IdRows = ReadonlyMap<Id | null, readonly Id[]>;

interface Drawn {
  tasks: Tasks | null;
  rows: IdRows;
}

/**
 * The rows of the tasks, made of those before where few tasks differ. A column whose row is what it was keeps the very
 * same row, so that its cards are not drawn again.
 */
export function rowsOf(tasks: Tasks | null, before: Drawn): IdRows {
  if (tasks === before.tasks) return before.rows;
  const ids = tasks && before.tasks && changedIds(before.tasks, tasks);
  return tasks && before.tasks && ids
    ? movedRows(tasks, before.tasks, before.rows, ids)
    : allRows(tasks, before.rows);
}

function movedRows(tasks: Tasks, tasksBefore: Tasks, rows: IdRows, ids: readonly Id[]): IdRows {
  const moved = ids.filter((id) => !samePlace(tasksBefore.get(id), tasks.get(id)));
  if (moved.length === 0) return rows;
  const changed = new Map(rows);
  for (const id of moved) {
    const from = tasksBefore.get(id);
    if (from) replace(changed, from.column_id, (row) => row.filter((other) => other !== id));
  }
  for (const id of moved) {
    const task = tasks.get(id);
    if (task) replace(changed, task.column_id, (row) => row.toSpliced(placeIn(row, task, tasks), 0, id));
  }
  for (const [columnId, row] of changed) {
    if (row.length === 0) changed.delete(columnId);
    else changed.set(columnId, keep(rows.get(columnId), row));
  }
  return changed;
}

function samePlace(before: Task | undefined, after: Task | undefined): boolean {
  return before?.column_id === after?.column_id && before?.rank === after?.rank;
}

function replace(
  rows: Map<Id | null, readonly Id[]>,
  columnId: Id | null,
  change: (row: readonly Id[]) => readonly Id[],
): void {
  rows.set(columnId, change(rows.get(columnId) ?? []));
}

/** Looked for by halves: the row is in order. */
function placeIn(row: readonly Id[], task: Task, tasks: Tasks): number {
  let [low, high] = [0, row.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = tasks.get(row[middle] ?? '');
    if (other !== undefined && byRank(other, task) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function allRows(tasks: Tasks | null, before: IdRows): IdRows {
  const groups = new Map<Id | null, Task[]>();
  for (const task of tasks?.values() ?? []) {
    const row = groups.get(task.column_id);
    if (row === undefined) groups.set(task.column_id, [task]);
    else row.push(task);
  }
  return new Map([...groups].map(([columnId, row]) => [columnId, keep(before.get(columnId), idsOf(row))]));
}

function idsOf(row: Task[]): readonly Id[] {
  return row.sort(byRank).map(({ id }) => id);
}
