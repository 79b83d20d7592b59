import type { Id, Instant, Role } from './model';

/** What people are told, and what they wish to be told of. */

export const notificationKinds = [
  'assigned',
  'completed',
  'mentioned',
  'commented',
  'due_soon',
  'invited',
  'joined',
  'left',
  'role_changed',
] as const;
export type NotificationKind = (typeof notificationKinds)[number];

export interface Notification {
  id: Id;
  kind: NotificationKind;
  workspace_id: Id | null;
  workspace_name: string | null;
  task: { id: Id; number: number; title: string } | null;
  comment: { id: Id; excerpt: string } | null;
  /** Of several that were grouped into one: the latest. */
  actor: { id: Id; name: string } | null;
  /** Of `left`: who is not there any more; not the actor where they were removed. */
  person: { id: Id; name: string } | null;
  role: Role | null;
  due_at: Instant | null;
  invite_url: string | null;
  /** More than 1: several of the same kind about the same task. */
  count: number;
  /** Made while the person did not want to be disturbed. */
  quiet: boolean;
  created_at: Instant;
  updated_at: Instant;
  read_at: Instant | null;
}

export interface NotificationPage {
  items: Notification[];
  next_cursor: string | null;
  /** How many are unread in all. */
  unread: number;
}

export interface Channels {
  in_app: boolean;
  email: boolean;
}

export const digests = ['off', 'daily', 'weekly'] as const;
export type Digest = (typeof digests)[number];

export interface Preferences {
  kinds: Partial<Record<NotificationKind, Channels>>;
  digest: Digest;
  /** 0–23, in the person's own time zone. */
  digest_hour: number;
  due_soon_hours: number;
}

/** A whole workspace, or one task (of a workspace or personal). */
export interface Mute {
  workspace_id: Id | null;
  task_id: Id | null;
}

/** How far somebody has looked at a workspace's changes. */
export interface Seen {
  workspace_id: Id;
  seq: number;
  head: number;
  /** Changes by others after `seq`, counted up to 100. */
  unseen: number;
}
