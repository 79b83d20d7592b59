import { Feed, type LogReader } from './Feed';
import { randomId } from './ids';
import { LiveSocket, type LiveState } from './LiveSocket';
import type { Id } from './model';
import { Outbox, type OutboxOptions } from './Outbox';
import type { Operation } from './operation';
import { Presence } from './Presence';
import type {
  Ack,
  Command,
  CommandType,
  Heartbeat,
  LiveEvent,
  LogId,
  ServerMessage,
  Subscribed,
} from './protocol';
import { isEphemeral, isEvent } from './protocol';
import type { Transports } from './TransportChoice';
import type { Tabs } from './tabs/Tabs';

export interface LiveOptions {
  userId: Id;
  transports: Transports;
  token: (fresh: boolean) => Promise<string | null>;
  /** The person's other tabs, and where operations are kept. */
  tabs?: Tabs;
  onState: (state: LiveState) => void;
  /** Something to show has changed: a feed, or what is pending. Told once per turn of the event loop. */
  onChange: () => void;
  onRejected: OutboxOptions['onRejected'];
}

/**
 * Hears every event once it has been applied; `null` when the log was read anew and events may have been left out.
 * `replayed`: it happened while there was no connection.
 */
export type LogListener = (event: LiveEvent | null, replayed: boolean) => void;

/** Everything live of one signed-in person: the socket, the logs they follow, the operations under way. */
export class Live {
  readonly outbox: Outbox;
  readonly presence: Presence;
  private readonly socket: LiveSocket;
  private readonly feeds = new Map<LogId, Feed<unknown>>();
  private readonly listeners = new Map<LogId, Set<LogListener>>();
  private state: LiveState = { kind: 'idle' };
  private changeAnnounced = false;

  constructor(private readonly options: LiveOptions) {
    this.socket = new LiveSocket({
      transports: options.transports,
      token: options.token,
      onMessage: (message) => this.receive(message),
      onState: (state) => this.stateChanged(state),
    });
    this.outbox = new Outbox({
      send: (message) => this.socket.send(message),
      position: (logId) => this.positionOf(logId),
      isAttended: () => document.visibilityState === 'visible',
      retry: () => this.retryUnlessSentAway(),
      onChange: () => this.announce(),
      onRejected: options.onRejected,
      ...(options.tabs && { tabs: options.tabs }),
    });
    this.presence = new Presence({
      send: (signal) => this.socket.send(signal),
      onChange: () => this.announce(),
    });
  }

  open(): void {
    document.addEventListener('visibilitychange', this.lookedAt);
    this.socket.open();
  }

  close(): void {
    document.removeEventListener('visibilitychange', this.lookedAt);
    this.outbox.close();
    this.presence.close();
    for (const feed of this.feeds.values()) feed.close();
    this.feeds.clear();
    this.socket.close();
  }

  retry(): void {
    this.socket.retry();
  }

  /** Whether somebody is at this device. */
  setActive(active: boolean): void {
    this.socket.setActive(active);
  }

  follow<State>(reader: LogReader<State>): Feed<State> {
    const feed = new Feed(reader, {
      send: (message) => this.socket.send(message),
      onChange: () => this.announce(),
      onApplied: (seq, event) => this.applied(reader.logId, seq, event),
    });
    this.feeds.set(reader.logId, feed as Feed<unknown>);
    feed.load();
    return feed;
  }

  unfollow(logId: LogId): void {
    this.feeds.get(logId)?.close();
    this.feeds.delete(logId);
    this.presence.ended(logId);
    this.outbox.reached(logId, Number.POSITIVE_INFINITY);
  }

  /** Hears what happens in a log, for lists that are read apart from its snapshot. Answers with how to stop. */
  listen(logId: LogId, listener: LogListener): () => void {
    const listeners = this.listeners.get(logId) ?? new Set();
    this.listeners.set(logId, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  /** Shows the command at once and sees it through. */
  run(logId: LogId, command: Command): Operation {
    const made = { made_by: this.options.userId, made_at: new Date().toISOString() };
    const operation: Operation = { ...command, ...made, id: randomId(), workspace_id: logId };
    this.outbox.add(operation);
    return operation;
  }

  /** After a change over REST: its event comes over the socket, and where there is none the log is read anew. */
  changedOverRest(logId: LogId): void {
    if (this.state.kind !== 'live') this.feeds.get(logId)?.load();
  }

  private stateChanged(state: LiveState): void {
    this.state = state;
    this.options.onState(state);
    if (state.kind !== 'live') return this.presence.disconnected();
    for (const feed of this.feeds.values()) feed.connected();
    this.outbox.reconnected();
  }

  /** Another tab got in. Whom the server itself sent away, or told not to come back, is not meant. */
  private retryUnlessSentAway(): void {
    const { state } = this;
    if (state.kind === 'offline' || (state.kind === 'waiting' && state.loss.reason === 'unreachable'))
      this.retry();
  }

  private receive(message: ServerMessage): void {
    if (isEvent(message)) {
      this.feeds.get(message.workspace_id ?? null)?.apply(message);
      return;
    }
    if (isEphemeral(message)) return this.presence.receive(message);
    switch (message.type) {
      case 'ack':
        return this.acknowledged(message);
      case 'subscribed':
        return this.subscribed(message);
      case 'unsubscribed':
        if (message.id === undefined) this.ended(message.workspace_id ?? null);
        return;
      case 'resync':
        this.feeds.get(message.workspace_id ?? null)?.load();
        return;
      case 'heartbeat':
        return this.heads(message);
      case 'error':
        if (!this.outbox.failed(message)) [...this.feeds.values()].some((feed) => feed.failed(message));
    }
  }

  private subscribed(message: Subscribed): void {
    const feed = this.feeds.get(message.workspace_id ?? null);
    if (feed === undefined) return;
    this.presence.began(message);
    feed.subscribed(message);
  }

  private ended(logId: LogId): void {
    this.presence.ended(logId);
    this.feeds.get(logId)?.ended();
  }

  /** On a log that is followed the answer stands in the place of its event. */
  private acknowledged(ack: Ack): void {
    const operation = this.outbox.find(ack.id);
    const logId = operation?.workspace_id ?? ack.workspace_id ?? null;
    const feed = this.feeds.get(logId);
    this.outbox.answered(ack.id, ack.seq ?? null, versionIn(ack.data));
    if (feed === undefined || ack.seq === undefined) return;
    if (operation !== undefined) feed.apply(eventOf(operation, ack, ack.seq));
    else feed.head(ack.seq);
  }

  /** A log that is still being read has come nowhere yet. */
  private positionOf(logId: LogId): number | null {
    const feed = this.feeds.get(logId);
    return feed === undefined ? null : (feed.position?.seq ?? -1);
  }

  private heads({ heads = {} }: Heartbeat): void {
    for (const [log, seq] of Object.entries(heads)) this.feeds.get(log === 'me' ? null : log)?.head(seq);
  }

  private applied(logId: LogId, seq: number, event: LiveEvent | undefined): void {
    if (event?.operation_id !== undefined) {
      this.outbox.answered(event.operation_id, seq, versionIn(event.data));
    }
    this.outbox.reached(logId, seq);
    const replayed = seq <= (this.feeds.get(logId)?.subscribedAt ?? 0);
    for (const listener of this.listeners.get(logId) ?? []) listener(event ?? null, replayed);
  }

  private readonly lookedAt = () => this.outbox.tellRefusals();

  private announce(): void {
    if (this.changeAnnounced) return;
    this.changeAnnounced = true;
    queueMicrotask(() => {
      this.changeAnnounced = false;
      this.options.onChange();
    });
  }
}

const eventTypes = {
  'task.create': 'task.created',
  'task.update': 'task.updated',
  'task.move': 'task.moved',
  'task.assign': 'task.assigned',
  'task.complete': 'task.completed',
  'task.reopen': 'task.reopened',
  'task.delete': 'task.deleted',
  'comment.create': 'comment.created',
  'comment.update': 'comment.updated',
  'comment.delete': 'comment.deleted',
  status: 'user.status_changed',
  'notification.read': 'notification.read',
  'notification.read_all': 'notification.read',
  'workspace.seen': 'workspace.seen',
} as const satisfies Record<CommandType, LiveEvent['type']>;

function eventOf(operation: Operation, ack: Ack, seq: number): LiveEvent {
  return {
    type: eventTypes[operation.type],
    workspace_id: operation.workspace_id,
    operation_id: operation.id,
    seq,
    data: ack.data,
  };
}

/** The version of the task that an answer or event carries; 0 where it is about no task any more. */
function versionIn(data: unknown): number {
  return typeof data === 'object' && data !== null && 'version' in data ? Number(data.version) : 0;
}
