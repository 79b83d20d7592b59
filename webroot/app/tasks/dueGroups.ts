import type { Task } from '../../client/model';
import { endOfDay } from './dates';

export const dueGroupNames = ['overdue', 'today', 'week', 'later', 'none'] as const;
export type DueGroupName = (typeof dueGroupNames)[number];

export interface DueGroup {
  name: DueGroupName;
  tasks: readonly Task[];
}

const weekDays = 7;

/** When it is time: what is over first, what has no date last. Groups that would be empty are left out. */
export function groupsByDue(tasks: readonly Task[], now: Date = new Date()): DueGroup[] {
  const sorted = tasks.toSorted(byUrgency);
  return dueGroupNames
    .map((name) => ({ name, tasks: sorted.filter((task) => dueGroupOf(task, now) === name) }))
    .filter((group) => group.tasks.length > 0);
}

function dueGroupOf({ due_at }: Task, now: Date): DueGroupName {
  if (due_at === null) return 'none';
  const due = new Date(due_at).toISOString();
  if (due < now.toISOString()) return 'overdue';
  if (due <= endOfDay(0, now)) return 'today';
  return due <= endOfDay(weekDays, now) ? 'week' : 'later';
}

/** What is due first, then what matters most, then what was made first. */
export function byUrgency(left: Task, right: Task): number {
  const [due, other] = [left.due_at ?? '9', right.due_at ?? '9'];
  if (due !== other) return due < other ? -1 : 1;
  const weight = weights[right.priority] - weights[left.priority];
  return weight || (left.created_at < right.created_at ? -1 : 1);
}

const weights = { none: 0, low: 1, medium: 2, high: 3, urgent: 4 } satisfies Record<Task['priority'], number>;
