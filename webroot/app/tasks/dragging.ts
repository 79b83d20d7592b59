import type { Id } from '../../client/model';
import type { Place } from '../state/commands';
import type { Rows } from './useRows';

/** Where cards go while one is being dragged. Pure: the rows before, and the rows to show. */

export function columnOf(rows: Rows, taskId: Id): Id | undefined {
  for (const [columnId, row] of rows) if (row.includes(taskId)) return columnId;
  return undefined;
}

/** The rows with a card taken from where it is and put before the card at `index` of a column. */
export function withCardAt(rows: Rows, taskId: Id, columnId: Id, index: number): Rows {
  const moved = new Map(rows);
  const from = columnOf(rows, taskId);
  if (from !== undefined)
    moved.set(
      from,
      (rows.get(from) ?? []).filter((id) => id !== taskId),
    );
  moved.set(columnId, (moved.get(columnId) ?? []).toSpliced(index, 0, taskId));
  return moved;
}

/** The same place as the server is told it: next to a card that stays. */
export function placeOf(rows: Rows, taskId: Id): { columnId: Id; place: Place } | null {
  const columnId = columnOf(rows, taskId);
  if (columnId === undefined) return null;
  const row = rows.get(columnId) ?? [];
  const index = row.indexOf(taskId);
  const [before, after] = [row[index - 1], row[index + 1]];
  if (after !== undefined) return { columnId, place: { before_id: after } };
  return { columnId, place: before === undefined ? {} : { after_id: before } };
}

export function sameRows(left: Rows, right: Rows, columnId: Id): boolean {
  const [row, other] = [left.get(columnId) ?? [], right.get(columnId) ?? []];
  return row.length === other.length && row.every((id, index) => id === other[index]);
}
