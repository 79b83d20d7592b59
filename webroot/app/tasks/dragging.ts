import type { Id } from '../../client/model';
import type { Place } from '../state/commands';
import type { Rows } from './rows';

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

/** The column a card is in, without what others have moved away or deleted since it was lifted. */
export function stillThere(rows: Rows, taskId: Id, columnNow: (id: Id) => Id | null | undefined): Rows {
  const columnId = columnOf(rows, taskId);
  if (columnId === undefined) return rows;
  const row = (rows.get(columnId) ?? []).filter((id) => id === taskId || columnNow(id) === columnId);
  return new Map([[columnId, row]]);
}

export function sameRows(left: Rows, right: Rows, columnId: Id): boolean {
  const [row, other] = [left.get(columnId) ?? [], right.get(columnId) ?? []];
  return row.length === other.length && row.every((id, index) => id === other[index]);
}

/** The place of a card while another one is held over a third: those in between make room. */
export function placeMeanwhile(index: number, from: number, to: number): number {
  if (index === from) return to;
  if (from < index && index <= to) return index - 1;
  if (to <= index && index < from) return index + 1;
  return index;
}

const steps: Record<string, number> = { ArrowUp: -1, ArrowDown: 1, ArrowLeft: -1, ArrowRight: 1 };

/** Where an arrow key leads from the card or column hovered: to a card, or to what stands beside: a column. */
export function stepFrom(
  rows: Rows,
  columnIds: readonly Id[],
  overId: Id,
  key: string,
): { taskId: Id } | { columnId: Id } | undefined {
  const step = steps[key];
  if (step === undefined) return undefined;
  const columnId = columnOf(rows, overId) ?? overId;
  const row = rows.get(columnId) ?? [];
  if (key === 'ArrowUp' || key === 'ArrowDown') {
    const taskId = row[Math.max(0, row.indexOf(overId)) + step];
    return taskId === undefined ? undefined : { taskId };
  }
  const beside = columnIds[columnIds.indexOf(columnId) + step];
  return beside === undefined ? undefined : { columnId: beside };
}

interface Extent {
  left: number;
  width: number;
}

interface Height {
  top: number;
  height: number;
}

/** Which of several has its middle closest to that of a card, left or right of it. */
export function nearestSideways<Name>(card: Extent, others: readonly [Name, Extent][]): Name | undefined {
  const middle = ({ left, width }: Extent) => left + width / 2;
  return nearestOf(middle(card), others, middle);
}

/** Which of several is most nearly level with a card. Only those in sight have a place to compare. */
export function nearestLevel<Name>(card: Height, others: readonly [Name, Height][]): Name | undefined {
  const middle = ({ top, height }: Height) => top + height / 2;
  return nearestOf(middle(card), others, middle);
}

function nearestOf<Name, Shape>(
  middle: number,
  others: readonly [Name, Shape][],
  middleOf: (shape: Shape) => number,
): Name | undefined {
  const distance = (other: Shape) => Math.abs(middleOf(other) - middle);
  return others.toSorted(([, one], [, two]) => distance(one) - distance(two))[0]?.[0];
}
