import type { Mute, Preferences } from './notice';

/** What the server speaks of, as JSON gives it: snake_case, times as ISO 8601 in UTC, ids as UUIDs. */

export type Id = string;
export type Instant = string;

export const roles = ['owner', 'admin', 'member', 'viewer'] as const;
export type Role = (typeof roles)[number];

export const priorities = ['none', 'low', 'medium', 'high', 'urgent'] as const;
export type Priority = (typeof priorities)[number];

export const labelColors = [
  'gray',
  'red',
  'orange',
  'yellow',
  'green',
  'teal',
  'blue',
  'purple',
  'pink',
] as const;
export type LabelColor = (typeof labelColors)[number];

export interface User {
  id: Id;
  email: string;
  name: string;
  time_zone: string;
  created_at: Instant;
}

export interface Workspace {
  id: Id;
  name: string;
  description: string;
  settings: Record<string, unknown>;
  /** The reader's own role. Events about a workspace leave it out. */
  role?: Role;
  created_by: Id;
  created_at: Instant;
  updated_at: Instant;
  version: number;
  member_count: number;
}

export interface Column {
  id: Id;
  name: string;
  rank: string;
  done: boolean;
}

export interface Label {
  id: Id;
  name: string;
  color: LabelColor;
}

export interface Member {
  user_id: Id;
  name: string;
  email: string;
  role: Role;
  joined_at: Instant;
}

/** What a person says of themselves. `away` is also shown by itself for who is away from all their devices. */
export const statuses = ['available', 'away', 'do_not_disturb'] as const;
export type Status = (typeof statuses)[number];

/** Somebody who has the workspace open on some device. */
export interface Person {
  user_id: Id;
  name: string;
  status: Status;
  /** The tasks they are looking at. */
  viewing: readonly Id[];
  since: Instant;
}

/** A member as the list over REST gives them: also when they were last here (`null`: never). */
export interface MemberSeen extends Member {
  online?: boolean;
  last_seen_at?: Instant | null;
}

export interface WorkspacePresence {
  people: Person[];
  offline: { user_id: Id; last_seen_at: Instant | null }[];
}

export interface Invite {
  id: Id;
  role: Role;
  /** Only this person may use it. */
  email?: string | null;
  max_uses: number | null;
  uses: number;
  expires_at: Instant;
  email_domain: string | null;
  created_by: Id;
  created_at: Instant;
}

/** The only time the token is to be seen is in the answer to its making. */
export interface NewInvite extends Invite {
  invite_token: string;
  url: string;
}

export interface ChecklistItem {
  id: Id;
  text: string;
  done: boolean;
}

export interface Task {
  id: Id;
  /** `null`: a personal task. */
  workspace_id: Id | null;
  /** 0 until the server has given one. */
  number: number;
  title: string;
  description: string;
  column_id: Id | null;
  rank: string;
  priority: Priority;
  due_at: Instant | null;
  assigned_to: Id | null;
  labels: Id[];
  checklist: ChecklistItem[];
  version: number;
  created_by: Id;
  created_at: Instant;
  updated_at: Instant;
  completed_at: Instant | null;
  /** Missing where an older server has not counted. */
  comment_count?: number;
}

export interface Comment {
  id: Id;
  task_id: Id;
  workspace_id: Id | null;
  author: { id: Id; name: string };
  /** As typed; a mention stands in it as `@Name`. */
  text: string;
  mentions: readonly Id[];
  created_at: Instant;
  edited_at: Instant | null;
}

/** A place in one log. Numbers of different epochs must not be compared. */
export interface Position {
  epoch: string;
  seq: number;
}

export interface WorkspaceSnapshot extends Position {
  workspace: Workspace;
  columns: Column[];
  labels: Label[];
  members: Member[];
  tasks: Task[];
}

/** An older server leaves out what it does not know. */
export interface OwnSnapshot extends Position {
  user: User;
  workspaces: Workspace[];
  tasks: Task[];
  status?: Status;
  unread_notifications?: number;
  preferences?: Preferences;
  mutes?: Mute[];
  seen?: { workspace_id: Id; seq: number }[];
}

export interface Page<Item> {
  items: Item[];
  next_cursor: string | null;
}

export interface SignedIn {
  user: User;
  access_token: string;
  refresh_token: string;
  /** Seconds. */
  expires_in: number;
}

export interface ServerConfig {
  registration_open: boolean;
  version: string;
  /** Whether the server can send e-mail. */
  mail?: boolean;
  /** As it was configured; empty where it was not. */
  public_url: string;
  /** Whom the request asked for, as it arrived at the server. */
  host: string;
  server_time: Instant;
  limits: Record<string, number>;
}
