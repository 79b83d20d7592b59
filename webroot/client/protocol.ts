import type { ChecklistItem, Id, Instant, Priority, Role, Task, User } from './model';

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
}

export type CommandType = keyof CommandData;

export type Command = { [Type in CommandType]: { type: Type; data: CommandData[Type] } }[CommandType];

export type ClientMessage =
  | { type: 'auth'; token: string }
  | { type: 'subscribe'; id: string; workspace_id: LogId; since?: number; epoch?: string }
  | { type: 'unsubscribe'; id: string; workspace_id: LogId }
  | { type: 'heartbeat' }
  | (Command & { id: string; workspace_id: LogId });

/** What the data of a `conflict` error holds. */
export interface Conflict {
  current: Task;
  fields: Record<string, { yours: unknown; theirs: unknown }>;
}

export function isEvent(message: ServerMessage): message is LiveEvent {
  return message.type.includes('.') && 'seq' in message;
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
