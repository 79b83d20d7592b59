import { createdId, isTaskOperation, type Operation, subjectsOf } from './operation';
import { taskIdOf } from './optimistic';

/** The refused operation and what builds on it: a creation takes along what was made on top of it, and so on. */
export function withWhatBuildsOn(refused: Operation, operations: readonly Operation[]): Operation[] {
  const missing = new Set<string>();
  return operations.filter((operation) => {
    const dropped = operation === refused || subjectsOf(operation).some((subject) => missing.has(subject));
    const created = createdId(operation);
    if (dropped && created !== null) missing.add(created);
    return dropped;
  });
}

/**
 * The operation once another one has taken its task to `version`. Changes that were made on top of that one while it
 * was under way go on from there: they name the version before it, and it would look to the server like somebody
 * else's. Only from the version right before: anything in between was somebody else's, which this one knew nothing of.
 */
export function goneOn(operation: Operation, done: Operation, version: number): Operation {
  if (!isTaskOperation(done)) return operation;
  if (operation.type !== 'task.update' && operation.type !== 'task.assign') return operation;
  if (operation.data.task_id !== taskIdOf(done) || operation.data.version !== version - 1) return operation;
  return { ...operation, data: { ...operation.data, version } } as Operation;
}
