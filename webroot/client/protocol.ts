import type { ChecklistItem, Id, Instant, Person, Priority, Role, Status, Task, User } from './model';

/** The live protocol, message by message. `docs/live-protocol.md` tells what each of them means. */

/** A workspace's id; `null` is the person's own log. */
export type LogId = Id | null;

export interface Welcome {
  type: 'welcome';
  data: {
    connection_id: string;
    user: User;
    /** Seconds. */
    heartbeat_interval: number;
    server_time: Instant;
    expires_at?: Instant;
  };
}

export interface Subscribed {
  type: 'subscribed';
  id?: string;
  workspace_id: LogId;
  epoch: string;
  seq: number;
  recovered: boolean;
  role?: Role;
  /** Everybody who is there now. */
  presence?: Person[];
}

export interface Unsubscribed {
  type: 'unsubscribed';
  id?: string;
  workspace_id: LogId;
  code?: string;
}

export interface Ack {
  type: 'ack';
  id: string;
  workspace_id?: LogId;
  seq?: number;
  data: unknown;
}

export interface CommandError {
  type: 'error';
  id?: string;
  code: string;
  message: string;
  data?: Record<string, unknown>;
}

export interface Heartbeat {
  type: 'heartbeat';
  heads?: Record<string, number>;
}

export interface Resync {
  type: 'resync';
  workspace_id: LogId;
  epoch: string;
  seq: number;
}

export interface Authenticated {
  type: 'authenticated';
  expires_at?: Instant;
}

export interface Goodbye {
  type: 'goodbye';
  data: { reconnect_after_ms: number };
}

/** Over SockJS: why the server is about to close. */
export interface Closing {
  type: 'closing';
  code: number;
  reason: string;
}

/** One numbered change, named `<what>.<happened>`. */
export interface LiveEvent {
  type: `${string}.${string}`;
  workspace_id: LogId;
  seq: number;
  timestamp?: Instant;
  actor?: { id: Id; name: string };
  operation_id?: string;
  data: unknown;
  changes?: Record<string, { from: unknown; to: unknown }>;
}

/** What has no number, may be dropped, and is then made good by a full `presence.update`. */
export type Ephemeral = PersonJoined | PersonLeft | Looking | PresenceUpdate | Typing;

export interface PersonJoined {
  type: 'presence.user_joined';
  workspace_id: LogId;
  data: Person;
}

export interface PersonLeft {
  type: 'presence.user_left';
  workspace_id: LogId;
  data: { user_id: Id; last_seen_at: Instant };
}

/** The tasks somebody is looking at now. */
export interface Looking {
  type: 'viewing';
  workspace_id: LogId;
  data: { user_id: Id; viewing: Id[] };
}

/** Several differences in one; `full` replaces everything known. */
export interface PresenceUpdate {
  type: 'presence.update';
  workspace_id: LogId;
  data: { full: boolean; people: Person[]; left: Id[] };
}

export const typingFields = ['title', 'description', 'comment'] as const;
export type TypingField = (typeof typingFields)[number];

export interface Typing {
  type: 'typing';
  workspace_id: LogId;
  data: {
    user_id: Id;
    name: string;
    task_id: Id;
    field: TypingField;
    active: boolean;
    expires_in_ms: number;
  };
}

export type ServerMessage =
  | Welcome
  | Subscribed
  | Unsubscribed
  | Ack
  | CommandError
  | Heartbeat
  | Resync
  | Authenticated
  | Goodbye
  | Closing
  | Ephemeral
  | LiveEvent;

export interface TaskFields {
  title: string;
  description: string;
  priority: Priority;
  due_at: Instant | null;
  assigned_to: Id | null;
  labels: Id[];
  checklist: ChecklistItem[];
}

export interface CommandData {
  'task.create': Partial<TaskFields> & { id: Id; title: string; column_id?: Id };
  'task.update': Partial<TaskFields> & { task_id: Id; version?: number };
  'task.move': { task_id: Id; column_id: Id; before_id?: Id; after_id?: Id };
  'task.assign': { task_id: Id; assigned_to: Id | null; version?: number };
  'task.complete': { task_id: Id };
  'task.reopen': { task_id: Id };
  'task.delete': { task_id: Id };
  'comment.create': { id: Id; task_id: Id; text: string; mentions: readonly Id[] };
  'comment.update': { comment_id: Id; text?: string; mentions?: readonly Id[] };
  'comment.delete': { comment_id: Id };
  /** From here on in the person's own log: run them with the log `null`. */
  status: { status: Status };
  'notification.read': { notification_id: Id };
  'notification.read_all': { workspace_id?: Id };
  'workspace.seen': { workspace_id: Id; seq: number };
}

export type CommandType = keyof CommandData;

export type Command = { [Type in CommandType]: { type: Type; data: CommandData[Type] } }[CommandType];

/** Said and forgotten: never kept, never sent again, answered only when refused. */
export type Signal =
  | { type: 'viewing'; workspace_id: LogId; data: { task_id: Id | null } }
  | { type: 'typing'; workspace_id: LogId; data: { task_id: Id; field: TypingField; active: boolean } }
  /** `active: false`: nobody is at this device. */
  | { type: 'heartbeat'; active?: boolean };

export type ClientMessage =
  | { type: 'auth'; token: string }
  | { type: 'subscribe'; id: string; workspace_id: LogId; since?: number; epoch?: string }
  | { type: 'unsubscribe'; id: string; workspace_id: LogId }
  | Signal
  | (Command & { id: string; workspace_id: LogId });

/** What the data of a `conflict` error holds. */
export interface Conflict {
  current: Task;
  fields: Record<string, { yours: unknown; theirs: unknown }>;
}

export function isEvent(message: ServerMessage): message is LiveEvent {
  return message.type.includes('.') && 'seq' in message;
}

const ephemeralTypes: ReadonlySet<string> = new Set<Ephemeral['type']>([
  'presence.user_joined',
  'presence.user_left',
  'presence.update',
  'viewing',
  'typing',
]);

export function isEphemeral(message: ServerMessage): message is Ephemeral {
  return ephemeralTypes.has(message.type);
}

/** The message a text stands for, or `null` when it is none. */
export function parseMessage(text: string): ServerMessage | null {
  try {
    const message: unknown = JSON.parse(text);
    const typed = message !== null && typeof message === 'object' && 'type' in message;
    return typed && typeof message.type === 'string' ? (message as ServerMessage) : null;
  } catch {
    return null;
  }
}
