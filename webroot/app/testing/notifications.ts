import type { Notification } from '../../client/notice';
import { event, grace, workspaceId } from '../../client/testing/fakes';

/** Grace assigned a task to the reader. */
export function notification(fields: Partial<Notification> = {}): Notification {
  return {
    id: 'n1',
    kind: 'assigned',
    workspace_id: workspaceId,
    workspace_name: 'Launch',
    task: { id: 't1', number: 7, title: 'Write the letter' },
    comment: null,
    actor: { id: grace, name: 'Grace' },
    role: null,
    due_at: null,
    person: null,
    invite_url: null,
    count: 1,
    quiet: false,
    created_at: '2026-03-10T12:00:00Z',
    updated_at: '2026-03-10T12:00:00Z',
    read_at: null,
    ...fields,
  };
}

export const arrival = (fields: Partial<Notification> = {}, type: 'new' | 'updated' = 'new') =>
  event(1, `notification.${type}`, { notification: notification(fields), unread: 1 });

export const reading = (ids: string[] | null) => event(2, 'notification.read', { ids, unread: 0 });
