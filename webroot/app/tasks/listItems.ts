import { type Column, type Id, priorities, type Task } from '../../client/model';
import type { Tasks } from '../../client/tasks';
import type { Sort } from './boardView';
import type { Rows } from './rows';

/** A line of the list: the head of a column's group, or one of its tasks. */
export type ListItem =
  | { kind: 'group'; key: string; column: Column; count: number; folded: boolean }
  | { kind: 'task'; key: Id; place: number; of: number };

interface ListOptions {
  columns: readonly Column[];
  rows: Rows;
  tasks: Tasks;
  sort: Sort;
  folded: ReadonlySet<Id>;
  /** Leave out columns with nothing to show. */
  onlyFilled: boolean;
}

/** The columns below each other, as one list. Pure. */
export function listItems(options: ListOptions): ListItem[] {
  const { columns, rows, folded, onlyFilled } = options;
  return columns.flatMap((column) => {
    const row = rows.get(column.id) ?? [];
    if (row.length === 0 && onlyFilled) return [];
    const isFolded = folded.has(column.id);
    const key = groupKey(column.id);
    const group: ListItem = { kind: 'group', key, column, count: row.length, folded: isFolded };
    return isFolded ? [group] : [group, ...tasksOf(sorted(row, options))];
  });
}

export function groupKey(columnId: Id): string {
  return `column-${columnId}`;
}

function tasksOf(row: readonly Id[]): ListItem[] {
  return row.map((key, index) => ({ kind: 'task', key, place: index + 1, of: row.length }));
}

type Order = (one: Task, other: Task) => number;

/** What is equal stays in the order people gave it. */
const orders: Record<Exclude<Sort, 'manual'>, Order> = {
  due: (one, other) => compare(one.due_at ?? '9', other.due_at ?? '9'),
  priority: (one, other) => priorities.indexOf(other.priority) - priorities.indexOf(one.priority),
  newest: (one, other) => compare(other.created_at, one.created_at),
};

function sorted(row: readonly Id[], { tasks, sort }: ListOptions): readonly Id[] {
  if (sort === 'manual') return row;
  return row
    .flatMap((id) => tasks.get(id) ?? [])
    .toSorted(orders[sort])
    .map(({ id }) => id);
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
