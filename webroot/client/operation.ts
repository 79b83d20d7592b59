import type { Id, Instant } from './model';
import type { ClientMessage, Command, LogId } from './protocol';

/** One change somebody made here. `id` stays the same however often it is sent. */
export type Operation = Command & { id: Id; workspace_id: LogId; made_by: Id; made_at: Instant };

export type TaskOperation = Extract<Operation, { type: `task.${string}` }>;
export type CommentOperation = Extract<Operation, { type: `comment.${string}` }>;

export function isTaskOperation(operation: Operation): operation is TaskOperation {
  return operation.type.startsWith('task.');
}

export function isCommentOperation(operation: Operation): operation is CommentOperation {
  return operation.type.startsWith('comment.');
}

/** What the operation is about. Two that share something are sent one after the other. */
export function subjectsOf(operation: Operation): readonly string[] {
  switch (operation.type) {
    case 'task.create':
      return [operation.data.id];
    case 'comment.create':
      return [operation.data.id, operation.data.task_id];
    case 'comment.update':
    case 'comment.delete':
      return [operation.data.comment_id];
    case 'status':
      return ['status'];
    case 'notification.read':
    case 'notification.read_all':
      return ['notifications'];
    case 'workspace.seen':
      return [`seen ${operation.data.workspace_id}`];
    default:
      return [operation.data.task_id];
  }
}

/** The id of what the operation makes. */
export function createdId(operation: Operation): Id | null {
  return operation.type === 'task.create' || operation.type === 'comment.create' ? operation.data.id : null;
}

/** Whether it is work that would be missed: what merely says that something was looked at is not. */
export function isWork(operation: Operation): boolean {
  return isTaskOperation(operation) || isCommentOperation(operation);
}

/** The command, and nothing of what is only known here. */
export function messageOf({ made_by: _, made_at: __, ...command }: Operation): ClientMessage {
  return command;
}
