import type { Id, Task } from './model';
import type { LiveEvent } from './protocol';

export type Tasks = ReadonlyMap<Id, Task>;

export function indexTasks(tasks: readonly Task[]): Tasks {
  return new Map(tasks.map((task) => [task.id, task]));
}

/** The tasks after an event. Anything that is no task event leaves them as they are. */
export function reduceTasks(tasks: Tasks, event: LiveEvent): Tasks {
  if (!event.type.startsWith('task.')) return tasks;
  const changed = new Map(tasks);
  if (event.type === 'task.deleted') {
    changed.delete((event.data as { id: Id }).id);
  } else if (isTask(event.data)) {
    changed.set(event.data.id, event.data);
  }
  return changed;
}

function isTask(data: unknown): data is Task {
  return data !== null && typeof data === 'object' && 'id' in data && 'title' in data && 'rank' in data;
}
