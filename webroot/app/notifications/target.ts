import type { Id } from '../../client/model';
import type { Notification } from '../../client/notice';
import { routes } from '../routes';

/** Where pressing a notification leads; `null` where there is nothing left to look at. */
export function addressOf(notification: Notification, ownWorkspaces: readonly { id: Id }[]): string | null {
  const { kind, task, comment, workspace_id, invite_url } = notification;
  if (kind === 'invited') return invite_url && pathOf(invite_url);
  const there = workspace_id === null || ownWorkspaces.some(({ id }) => id === workspace_id);
  if (!there) return null;
  if (task !== null && comment !== null) return routes.comment(workspace_id, task.id, comment.id);
  if (task !== null) return routes.task(workspace_id, task.id);
  return workspace_id && routes.members(workspace_id);
}

/** Links of the server lead to this app, under whatever name the browser reached it. */
function pathOf(url: string): string | null {
  try {
    const { pathname } = new URL(url, location.origin);
    return pathname;
  } catch {
    return null;
  }
}
