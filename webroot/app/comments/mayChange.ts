import { type Board, roleOf } from '../../client/board';
import type { Comment, Id } from '../../client/model';
import { can } from '../state/permissions';

/** What the screen offers: authors change and delete what they wrote, admins everything. The server decides for itself. */
export function mayChange(comment: Comment, myId: Id | undefined, board: Board | null): boolean {
  if (myId === undefined) return false;
  if (comment.author.id === myId) return true;
  return comment.workspace_id !== null && board !== null && can(roleOf(board, myId), 'moderate-comments');
}
