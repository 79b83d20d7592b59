import { ApiError } from './ApiError';
import { backoffMs } from './backoff';
import { randomId } from './ids';
import type { Position } from './model';
import type { ClientMessage, CommandError, LiveEvent, LogId, Subscribed } from './protocol';

/** How to read one log: from a snapshot on, event by event. */
export interface LogReader<State> {
  logId: LogId;
  snapshot: () => Promise<{ state: State; position: Position }>;
  reduce: (state: State, event: LiveEvent) => State;
}

export interface FeedOptions {
  send: (message: ClientMessage) => boolean;
  onChange: () => void;
  /** The log has been applied up to `seq`; `event` is missing after a snapshot. */
  onApplied: (seq: number, event?: LiveEvent) => void;
}

/** `gone`: not there for this person (any more). `failed`: could not be read; it tries again by itself. */
export type FeedStatus = 'loading' | 'ready' | 'gone' | 'failed';

/** Keeps the state of one log current: snapshot, then every event exactly once and in order. */
export class Feed<State> {
  status: FeedStatus = 'loading';
  error: unknown = null;
  state: State | null = null;
  position: Position | null = null;
  /** Events up to here happened before the connection was there: they are caught up on. */
  subscribedAt = 0;
  private subscription: string | null = null;
  private awaitingAnswer = false;
  private takingSnapshot = false;
  private closed = false;
  private failures = 0;
  private retryTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly reader: LogReader<State>,
    private readonly options: FeedOptions,
  ) {}

  get logId(): LogId {
    return this.reader.logId;
  }

  /** Reads everything anew; also the answer to a `resync`. */
  async load(): Promise<void> {
    if (this.takingSnapshot || this.closed) return;
    clearTimeout(this.retryTimer);
    this.takingSnapshot = true;
    try {
      const { state, position } = await this.reader.snapshot();
      this.takingSnapshot = false;
      if (!this.closed) this.begin(state, position);
    } catch (error) {
      this.takingSnapshot = false;
      if (!this.closed) this.snapshotFailed(error);
    }
  }

  /** A connection is there (again): goes on where this feed stands. */
  connected(): void {
    this.awaitingAnswer = false;
    if (this.position !== null) this.subscribe();
    else this.load();
  }

  subscribed(message: Subscribed): void {
    if (message.id !== this.subscription) return;
    this.awaitingAnswer = false;
    this.subscribedAt = message.seq;
    if (!message.recovered) this.load();
  }

  /** Applies what comes next, drops what is known, asks again from here when something is missing. */
  apply(event: LiveEvent): void {
    if (this.takingSnapshot || this.position === null || this.state === null) return;
    if (event.seq <= this.position.seq) return;
    if (event.seq > this.position.seq + 1) return this.missed();
    this.state = this.reader.reduce(this.state, event);
    this.position = { ...this.position, seq: event.seq };
    this.options.onApplied(event.seq, event);
    this.options.onChange();
  }

  /** A heartbeat told the head of the log. */
  head(seq: number): void {
    if (this.position !== null && seq > this.position.seq) this.missed();
  }

  /** The server ended the subscription. */
  ended(): void {
    this.enter('gone', null);
  }

  /** Whether the error was about this feed's subscription. */
  failed(error: CommandError): boolean {
    if (error.id === undefined || error.id !== this.subscription) return false;
    this.awaitingAnswer = false;
    if (error.code === 'not_found' || error.code === 'forbidden') this.ended();
    else this.retryAfter(Number(error.data?.retry_after_ms ?? 2000), () => this.subscribe());
    return true;
  }

  /** Changes the state outside the log, for what an answer over REST told earlier than the log. */
  patch(change: (state: State) => State): void {
    if (this.state === null) return;
    this.state = change(this.state);
    this.options.onChange();
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.retryTimer);
    if (this.subscription !== null) {
      this.options.send({ type: 'unsubscribe', id: randomId(), workspace_id: this.logId });
    }
  }

  private begin(state: State, position: Position): void {
    this.state = state;
    this.position = position;
    this.failures = 0;
    this.options.onApplied(position.seq);
    this.enter('ready', null);
    this.subscribe();
  }

  private snapshotFailed(error: unknown): void {
    if (error instanceof ApiError && error.status === 404) return this.enter('gone', error);
    this.retryAfter(1000 + backoffMs(this.failures++), () => this.load());
    // A board that is on the screen stays there; only a first look has nothing to show.
    if (this.state === null) this.enter('failed', error);
  }

  private missed(): void {
    if (!this.awaitingAnswer) this.subscribe();
  }

  private subscribe(): void {
    if (this.position === null || this.status === 'gone') return;
    const { epoch, seq } = this.position;
    this.subscription = randomId();
    const message = { type: 'subscribe', id: this.subscription, workspace_id: this.logId } as const;
    this.awaitingAnswer = this.options.send({ ...message, since: seq, epoch });
  }

  private retryAfter(ms: number, retry: () => void): void {
    clearTimeout(this.retryTimer);
    this.retryTimer = setTimeout(() => !this.closed && retry(), ms);
  }

  private enter(status: FeedStatus, error: unknown): void {
    this.status = status;
    this.error = error;
    this.options.onChange();
  }
}
