import { timeId } from '../../client/ids';
import type { Comment, Id, Status, Task } from '../../client/model';
import type { Command, TaskFields } from '../../client/protocol';
import { closeConflict, giveTextBack, type OpenConflict } from './rejections';
import { settleRefusal, theLive } from './tandem';

/** What people do with tasks. Each shows at once and is seen through by the outbox. */

export function createTask(workspaceId: Id | null, title: string, columnId?: Id): Id {
  const id = timeId();
  run(workspaceId, { type: 'task.create', data: { id, title, ...(columnId && { column_id: columnId }) } });
  return id;
}

/** `basedOn`: the version the person had in front of them when they began to type. */
export function changeTask(task: Task, fields: Partial<TaskFields>, basedOn: number = task.version): void {
  run(task.workspace_id, {
    type: 'task.update',
    data: { task_id: task.id, ...fields, ...knownVersion(basedOn) },
  });
}

export function assignTask(task: Task, userId: Id | null): void {
  run(task.workspace_id, {
    type: 'task.assign',
    data: { task_id: task.id, assigned_to: userId, ...knownVersion(task.version) },
  });
}

export type Place = { before_id: Id } | { after_id: Id } | Record<string, never>;

export function moveTask(task: Task, columnId: Id, place: Place = {}): void {
  run(task.workspace_id, { type: 'task.move', data: { task_id: task.id, column_id: columnId, ...place } });
}

export function completeTask(task: Task): void {
  run(task.workspace_id, { type: 'task.complete', data: { task_id: task.id } });
}

export function reopenTask(task: Task): void {
  run(task.workspace_id, { type: 'task.reopen', data: { task_id: task.id } });
}

export function deleteTask(task: Task): void {
  run(task.workspace_id, { type: 'task.delete', data: { task_id: task.id } });
}

export function addComment(task: Task, text: string, mentions: readonly Id[]): void {
  run(task.workspace_id, {
    type: 'comment.create',
    data: { id: timeId(), task_id: task.id, text, mentions },
  });
}

export function changeComment(comment: Comment, text: string, mentions: readonly Id[]): void {
  run(comment.workspace_id, { type: 'comment.update', data: { comment_id: comment.id, text, mentions } });
}

export function deleteComment(comment: Comment): void {
  run(comment.workspace_id, { type: 'comment.delete', data: { comment_id: comment.id } });
}

export function chooseStatus(status: Status): void {
  run(null, { type: 'status', data: { status } });
}

export function keepTheirs(conflict: OpenConflict): void {
  closeConflict(conflict);
  for (const id of conflict.operationIds) settleRefusal(id);
}

/** The texts are where they were typed, to be saved or discarded there. */
export function decideLater(conflict: OpenConflict): void {
  giveTextBack(conflict.operation);
  keepTheirs(conflict);
}

/** Says the same again, now knowing what the others said. */
export function keepMine(conflict: OpenConflict): void {
  const { operation, current } = conflict;
  if (operation.type === 'task.update') {
    run(current.workspace_id, {
      type: 'task.update',
      data: { ...operation.data, version: current.version },
    });
  }
  if (operation.type === 'task.assign') assignTask(current, operation.data.assigned_to);
  keepTheirs(conflict);
}

/** A task just made has no version of the server's yet, and nobody else can have changed it. */
function knownVersion(version: number): { version?: number } {
  return version > 0 ? { version } : {};
}

function run(workspaceId: Id | null, command: Command): void {
  theLive().run(workspaceId, command);
}
