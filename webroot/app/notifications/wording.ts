import type { Id } from '../../client/model';
import type { Notification } from '../../client/notice';
import { dayName, timeName } from '../tasks/dates';
import { texts } from '../texts';

export interface Saying {
  /** Who did it; `null` where nobody did: a date came near. */
  actor: string | null;
  did: string;
}

/** The workspaces the reader is in. */
export type OwnWorkspaces = readonly { id: Id }[];

const words = texts.notifications;

/** What a notification says, without the task it is about. */
export function sayingOf(notification: Notification, own: OwnWorkspaces, now: Date = new Date()): Saying {
  const { kind, due_at, workspace_id, workspace_name } = notification;
  if (kind === 'due_soon') return { actor: null, did: dueSaying(due_at, now) };
  // Who is told of a leaving and is not in there any more is who left, and not by themselves.
  const removed = kind === 'left' && !own.some(({ id }) => id === workspace_id);
  return {
    actor: notification.actor?.name ?? words.somebody,
    did: removed ? words.did.removed(workspace_name ?? '') : deedOf(notification),
  };
}

export function sentenceOf(notification: Notification, own: OwnWorkspaces, now: Date = new Date()): string {
  const { actor, did } = sayingOf(notification, own, now);
  return actor === null ? did : `${actor} ${did}`;
}

function deedOf({ kind, count, role, workspace_name, actor, person }: Notification): string {
  const workspace = workspace_name ?? '';
  const roleName = texts.roleNames[role ?? 'member'];
  switch (kind) {
    case 'assigned':
      return words.did.assigned();
    case 'completed':
      return words.did.completed();
    case 'mentioned':
      return words.did.mentioned(count);
    case 'commented':
      return words.did.commented(count);
    case 'invited':
      return words.did.invited(workspace, roleName);
    case 'joined':
      return words.did.joined(workspace);
    case 'left':
      return person === null || person.id === actor?.id
        ? words.did.left(workspace)
        : words.did.removedOther(person.name, workspace);
    case 'role_changed':
      return words.did.role_changed(workspace, roleName);
    default:
      return kind;
  }
}

function dueSaying(dueAt: string | null, now: Date): string {
  if (dueAt === null) return words.kinds.due_soon;
  const when = words.at(dayName(dueAt, now), timeName(dueAt));
  return Date.parse(dueAt) < now.getTime() ? words.overdue(when) : words.dueSoon(when);
}

/** The task it is about, as a line of its own; `null` where it is about none. */
export function taskLine({ task }: Notification): string | null {
  return task && `${texts.tasks.number(task.number)} ${task.title}`;
}
