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

const steps: Record<string, number> = { ArrowUp: -1, ArrowDown: 1, ArrowLeft: -1, ArrowRight: 1 };

/** What lies in the direction of an arrow key from the card or column hovered: a card's id, or an empty column's. */
export function neighbourOf(
  rows: Rows,
  columnIds: readonly Id[],
  taskId: Id,
  overId: Id,
  key: string,
): Id | undefined {
  const step = steps[key];
  const columnId = columnOf(rows, overId) ?? overId;
  if (step === undefined) return undefined;
  const row = rows.get(columnId) ?? [];
  const index = Math.max(0, row.indexOf(overId));
  if (key === 'ArrowUp' || key === 'ArrowDown') return row[index + step];
  const nextColumn = columnIds[columnIds.indexOf(columnId) + step];
  if (nextColumn === undefined) return undefined;
  const nextRow = (rows.get(nextColumn) ?? []).filter((id) => id !== taskId);
  return nextRow[Math.min(index, nextRow.length - 1)] ?? nextColumn;
}

interface Extent {
  left: number;
  width: number;
}

/** Which of several has its middle closest to that of a card, left or right of it. */
export function nearestSideways<Name>(card: Extent, others: readonly [Name, Extent][]): Name | undefined {
  const middle = ({ left, width }: Extent) => left + width / 2;
  const distance = (other: Extent) => Math.abs(middle(other) - middle(card));
  return others.toSorted(([, one], [, two]) => distance(one) - distance(two))[0]?.[0];
}
