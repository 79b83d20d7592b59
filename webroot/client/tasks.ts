import type { Id, Task } from './model';
import type { LiveEvent } from './protocol';

/** The tasks of a log by their ids. Never changes: what happens makes the next one. */
export interface Tasks {
  readonly size: number;
  get(id: Id): Task | undefined;
  has(id: Id): boolean;
  values(): Iterable<Task>;
}

export function indexTasks(tasks: readonly Task[]): Tasks {
  return new TaskIndex(new Map(tasks.map((task) => [task.id, task])), new Map());
}

/** The tasks after an event. Anything that is about no task leaves them as they are. */
export function reduceTasks(tasks: Tasks, event: LiveEvent): Tasks {
  if (event.type === 'comment.created') return countComments(tasks, event.data, 1);
  if (event.type === 'comment.deleted') return countComments(tasks, event.data, -1);
  if (!event.type.startsWith('task.')) return tasks;
  if (event.type === 'task.deleted') return withTasks(tasks, [[(event.data as { id: Id }).id, null]]);
  return isTask(event.data) ? withTasks(tasks, [[event.data.id, event.data]]) : tasks;
}

/** With other tasks under these ids; `null` takes one away. */
export function withTasks(tasks: Tasks, changes: Iterable<[Id, Task | null]>): Tasks {
  const index = tasks instanceof TaskIndex ? tasks : (indexTasks([...tasks.values()]) as TaskIndex);
  return index.with(changes);
}

/** The ids under which two differ, or `null` where finding out would cost as much as looking at all of them. */
export function changedIds(before: Tasks, after: Tasks): readonly Id[] | null {
  if (!(before instanceof TaskIndex && after instanceof TaskIndex)) return null;
  return after.changedSince(before);
}

const changesMax = 256;

/**
 * Thousands of tasks, of which every event changes one: a few changes lie on top of a map that many indexes share, and
 * only they are copied. Where they have become many a new map is made of both.
 */
class TaskIndex implements Tasks {
  readonly size: number;

  constructor(
    private readonly all: ReadonlyMap<Id, Task>,
    private readonly changes: ReadonlyMap<Id, Task | null>,
  ) {
    let size = all.size;
    for (const [id, task] of changes) size += Number(task !== null) - Number(all.has(id));
    this.size = size;
  }

  get(id: Id): Task | undefined {
    const changed = this.changes.get(id);
    return changed === undefined ? this.all.get(id) : (changed ?? undefined);
  }

  has(id: Id): boolean {
    return this.get(id) !== undefined;
  }

  *values(): Iterable<Task> {
    for (const [id, task] of this.all) if (!this.changes.has(id)) yield task;
    for (const task of this.changes.values()) if (task !== null) yield task;
  }

  with(changes: Iterable<[Id, Task | null]>): TaskIndex {
    const next = new Map([...this.changes, ...changes]);
    const index = new TaskIndex(this.all, next);
    return next.size <= changesMax
      ? index
      : new TaskIndex(new Map([...index.values()].map((task) => [task.id, task])), new Map());
  }

  changedSince(before: TaskIndex): readonly Id[] | null {
    if (before.all !== this.all) return null;
    const ids = new Set([...before.changes.keys(), ...this.changes.keys()]);
    return [...ids].filter((id) => before.get(id) !== this.get(id));
  }
}

/** Events of comments are about a task without carrying it; only its count changes. */
function countComments(tasks: Tasks, data: unknown, more: number): Tasks {
  const task = tasks.get((data as { task_id: Id }).task_id);
  if (task === undefined) return tasks;
  return withTasks(tasks, [[task.id, { ...task, comment_count: (task.comment_count ?? 0) + more }]]);
}

function isTask(data: unknown): data is Task {
  return data !== null && typeof data === 'object' && 'id' in data && 'title' in data && 'rank' in data;
}
