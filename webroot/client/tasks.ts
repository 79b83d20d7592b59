import type { Id, Task } from './model';
import type { LiveEvent } from './protocol';

export type Tasks = ReadonlyMap<Id, Task>;

export function indexTasks(tasks: readonly Task[]): Tasks {
  return new Map(tasks.map((task) => [task.id, task]));
}

/** The tasks after an event. Anything that is about no task leaves them as they are. */
export function reduceTasks(tasks: Tasks, event: LiveEvent): Tasks {
  if (event.type === 'comment.created') return countComments(tasks, event.data, 1);
  if (event.type === 'comment.deleted') return countComments(tasks, event.data, -1);
  if (!event.type.startsWith('task.')) return tasks;
  const changed = new Map(tasks);
  if (event.type === 'task.deleted') {
    changed.delete((event.data as { id: Id }).id);
  } else if (isTask(event.data)) {
    changed.set(event.data.id, event.data);
  }
  return changed;
}

/** Events of comments are about a task without carrying it; only its count changes. */
function countComments(tasks: Tasks, data: unknown, more: number): Tasks {
  const task = tasks.get((data as { task_id: Id }).task_id);
  if (task === undefined) return tasks;
  return new Map(tasks).set(task.id, { ...task, comment_count: (task.comment_count ?? 0) + more });
}

function isTask(data: unknown): data is Task {
  return data !== null && typeof data === 'object' && 'id' in data && 'title' in data && 'rank' in data;
}
