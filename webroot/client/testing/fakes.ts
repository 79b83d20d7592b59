import type { Comment, Person, Task } from '../model';
import type { Operation } from '../operation';
import type { Command, LiveEvent, LogId } from '../protocol';
import type { OpenTransport, TransportEvents, TransportKind } from '../transports';

export const ada = '00000000-0000-7000-8000-00000000000a';
export const grace = '00000000-0000-7000-8000-00000000000b';
export const workspaceId = '00000000-0000-7000-8000-0000000000f0';

export function task(fields: Partial<Task> = {}): Task {
  return {
    id: 't1',
    workspace_id: workspaceId,
    number: 1,
    title: 'Write the letter',
    description: '',
    column_id: 'todo',
    rank: 'M',
    priority: 'none',
    due_at: null,
    assigned_to: null,
    labels: [],
    checklist: [],
    version: 1,
    created_by: ada,
    created_at: '2026-01-01T00:00:00Z',
    updated_at: '2026-01-01T00:00:00Z',
    completed_at: null,
    ...fields,
  };
}

export function comment(fields: Partial<Comment> = {}): Comment {
  return {
    id: 'c1',
    task_id: 't1',
    workspace_id: workspaceId,
    author: { id: ada, name: 'Ada' },
    text: 'Nice',
    mentions: [],
    created_at: '2026-01-01T00:00:00Z',
    edited_at: null,
    ...fields,
  };
}

export function person(fields: Partial<Person> = {}): Person {
  return {
    user_id: grace,
    name: 'Grace',
    status: 'available',
    viewing: [],
    since: '2026-01-01T00:00:00Z',
    ...fields,
  };
}

export function event(seq: number, type: LiveEvent['type'], data: unknown, operationId?: string): LiveEvent {
  return { type, workspace_id: workspaceId, seq, data, ...(operationId && { operation_id: operationId }) };
}

export function operation(id: string, command: Command, logId: LogId = workspaceId): Operation {
  return { ...command, id, workspace_id: logId, made_by: ada, made_at: '2026-01-02T00:00:00Z' };
}

/** The server's end of the connections a `LiveSocket` opens. */
export class FakeServer {
  readonly connections: FakeConnection[] = [];

  readonly open: OpenTransport = (events) => {
    const connection = new FakeConnection(events);
    this.connections.push(connection);
    return connection;
  };

  get latest(): FakeConnection {
    const connection = this.connections.at(-1);
    if (connection === undefined) throw new Error('Nobody has connected yet.');
    return connection;
  }
}

export class FakeConnection {
  readonly received: { type: string; [field: string]: unknown }[] = [];
  closed = false;

  constructor(private readonly events: TransportEvents) {}

  send(text: string): void {
    this.received.push(JSON.parse(text));
  }

  close(): void {
    this.closed = true;
  }

  /** Opens, and says nothing yet. */
  accept(kind: TransportKind = 'websocket'): void {
    this.events.opened(kind);
  }

  /** Lets the client in; `fields` go into the welcome. */
  welcome(fields: object = {}, kind: TransportKind = 'websocket'): void {
    this.accept(kind);
    this.say({ type: 'welcome', data: { connection_id: 'c', heartbeat_interval: 30, ...fields } });
  }

  say(message: object): void {
    this.events.received(JSON.stringify(message));
  }

  hangUp(code: number): void {
    this.events.closed(code);
  }

  types(): string[] {
    return this.received.map(({ type }) => type);
  }

  last(type: string) {
    return this.received.findLast((message) => message.type === type);
  }
}
