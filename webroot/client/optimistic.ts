import type { Column, Id, Instant, Task } from './model';
import { isTaskOperation, type Operation, type TaskOperation } from './operation';
import type { CommandData } from './protocol';
import { byRank, rankBetween } from './rank';
import { type Tasks, withTasks } from './tasks';

export interface Surroundings {
  /** By rank; none for personal tasks. */
  columns: readonly Column[];
}

/**
 * What the tasks will be when everything still under way has been accepted: the confirmed ones with the
 * pending operations on top, in order. A refused operation is rolled back by leaving it out.
 */
export function withPending(tasks: Tasks, pending: readonly Operation[], around: Surroundings): Tasks {
  if (pending.length === 0) return tasks;
  const view = new View(tasks);
  for (const operation of pending) apply(view, operation, around);
  return view.changes.size > 0 ? withTasks(tasks, view.changes) : tasks;
}

/** The tasks while operations are put on top of them. */
class View {
  readonly changes = new Map<Id, Task | null>();

  constructor(private readonly tasks: Tasks) {}

  get(id: Id): Task | undefined {
    const changed = this.changes.get(id);
    return changed === undefined ? this.tasks.get(id) : (changed ?? undefined);
  }

  set(task: Task): void {
    this.changes.set(task.id, task);
  }

  delete(id: Id): void {
    this.changes.set(id, null);
  }

  *inColumn(columnId: Id | null): Iterable<Task> {
    for (const task of this.tasks.values()) {
      if (task.column_id === columnId && !this.changes.has(task.id)) yield task;
    }
    for (const task of this.changes.values()) if (task?.column_id === columnId) yield task;
  }
}

/** The ids of the tasks that some pending operation changes. */
export function pendingTaskIds(pending: readonly Operation[]): ReadonlySet<Id> {
  return new Set(pending.filter(isTaskOperation).map(taskIdOf));
}

export function taskIdOf(operation: TaskOperation): Id {
  return operation.type === 'task.create' ? operation.data.id : operation.data.task_id;
}

function apply(view: View, operation: Operation, around: Surroundings): void {
  if (isTaskOperation(operation)) applyToTasks(view, operation, around);
  if (operation.type === 'comment.create') countComment(view, operation.data.task_id);
}

function countComment(view: View, taskId: Id): void {
  const task = view.get(taskId);
  if (task) view.set({ ...task, comment_count: (task.comment_count ?? 0) + 1 });
}

function applyToTasks(view: View, operation: TaskOperation, around: Surroundings): void {
  if (operation.type === 'task.create') {
    // The event may be here already while the answer is not; what the server made then stands.
    if (!view.get(operation.data.id)) view.set(created(view, operation, around));
    return;
  }
  if (operation.type === 'task.delete') {
    view.delete(operation.data.task_id);
    return;
  }
  const task = view.get(operation.data.task_id);
  if (task) view.set(changed(view, task, operation, around));
}

type Creation = Extract<TaskOperation, { type: 'task.create' }>;
type Change = Exclude<TaskOperation, { type: 'task.create' | 'task.delete' }>;

function created(view: View, operation: Creation, around: Surroundings): Task {
  const { data, workspace_id, made_at, made_by } = operation;
  const column = around.columns.find(({ id }) => id === data.column_id) ?? around.columns[0];
  return {
    number: 0,
    description: '',
    priority: 'none',
    due_at: null,
    assigned_to: null,
    labels: [],
    checklist: [],
    ...data,
    workspace_id,
    column_id: column?.id ?? null,
    rank: rankAt(view, column?.id ?? null, {}),
    version: 0,
    created_by: made_by,
    created_at: made_at,
    updated_at: made_at,
    completed_at: column?.done ? made_at : null,
    comment_count: 0,
  };
}

function changed(view: View, task: Task, operation: Change, around: Surroundings): Task {
  const updated_at = operation.made_at;
  switch (operation.type) {
    case 'task.update': {
      const { task_id: _, version: __, ...fields } = operation.data;
      return { ...task, ...fields, updated_at };
    }
    case 'task.assign':
      return { ...task, assigned_to: operation.data.assigned_to, updated_at };
    case 'task.move':
      return { ...moved(view, task, operation.data, updated_at, around), updated_at };
    case 'task.complete':
    case 'task.reopen':
      return { ...finished(view, task, operation, around), updated_at };
  }
}

function moved(
  view: View,
  task: Task,
  move: CommandData['task.move'],
  now: Instant,
  around: Surroundings,
): Task {
  const done = around.columns.find(({ id }) => id === move.column_id)?.done ?? false;
  return {
    ...task,
    column_id: move.column_id,
    rank: rankAt(view, move.column_id, move, task.id),
    completed_at: done ? (task.completed_at ?? now) : null,
  };
}

function finished(view: View, task: Task, operation: Change, around: Surroundings): Task {
  const done = operation.type === 'task.complete';
  const completed_at = done ? (task.completed_at ?? operation.made_at) : null;
  const present = around.columns.find(({ id }) => id === task.column_id);
  const target = present?.done === done ? present : around.columns.find((column) => column.done === done);
  if (target === undefined || target.id === task.column_id) return { ...task, completed_at };
  return { ...task, completed_at, column_id: target.id, rank: rankAt(view, target.id, {}, task.id) };
}

function rankAt(
  view: View,
  columnId: Id | null,
  place: { before_id?: Id; after_id?: Id },
  movingId?: Id,
): string {
  const others = [...view.inColumn(columnId)].filter(({ id }) => id !== movingId);
  const anchor = others.find(({ id }) => id === (place.before_id ?? place.after_id));
  if (anchor === undefined) return rankBetween(lastOf(others)?.rank ?? null, null);
  return place.before_id === undefined
    ? rankBetween(anchor.rank, firstOf(others.filter((other) => byRank(other, anchor) > 0))?.rank ?? null)
    : rankBetween(lastOf(others.filter((other) => byRank(other, anchor) < 0))?.rank ?? null, anchor.rank);
}

/** Neighbours are looked for, not sorted for: columns are long, and this happens while a card is let go. */
function lastOf(tasks: readonly Task[]): Task | undefined {
  return tasks.reduce<Task | undefined>(
    (last, task) => (last && byRank(last, task) > 0 ? last : task),
    undefined,
  );
}

function firstOf(tasks: readonly Task[]): Task | undefined {
  return tasks.reduce<Task | undefined>(
    (first, task) => (first && byRank(first, task) < 0 ? first : task),
    undefined,
  );
}
