import type { Id } from './model';
import {
  createdId,
  isTaskOperation,
  isWork,
  type Operation,
  subjectsOf,
  type TaskOperation,
} from './operation';
import { taskIdOf } from './optimistic';
import type { ClientMessage, CommandError, LogId } from './protocol';

export interface OutboxStorage {
  load(): Operation[];
  save(operations: readonly Operation[]): void;
}

export interface OutboxOptions {
  /** Whether the message went out. */
  send: (message: ClientMessage) => boolean;
  storage?: OutboxStorage;
  onChange: () => void;
  /** The server said no, for good. `dropped` holds the operation and those that built on it. */
  onRejected: (operation: Operation, error: CommandError, dropped: readonly Operation[]) => void;
}

interface Entry {
  operation: Operation;
  sent: boolean;
  /** Set by the answer: shown until the log has come this far, never sent again. */
  acknowledgedSeq: number | null;
}

const retryMs = 2_000;
const passing = new Set(['too_many_requests', 'unavailable']);

/** Holds every operation until the server has answered it, and sends it again after each reconnect. */
export class Outbox {
  private entries: Entry[];
  private pause: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: OutboxOptions) {
    const stored = options.storage?.load() ?? [];
    this.entries = stored.map((operation) => ({ operation, sent: false, acknowledgedSeq: null }));
  }

  add(operation: Operation): void {
    this.entries.push({ operation, sent: false, acknowledgedSeq: null });
    this.changed();
    this.flush();
  }

  pending(logId: LogId): Operation[] {
    return this.entries
      .filter(({ operation }) => operation.workspace_id === logId)
      .map((entry) => entry.operation);
  }

  /** How many changes of tasks and comments the server has not answered yet. */
  get unansweredCount(): number {
    return this.entries.filter((entry) => entry.acknowledgedSeq === null && isWork(entry.operation)).length;
  }

  find(operationId: Id): Operation | undefined {
    return this.entries.find(({ operation }) => operation.id === operationId)?.operation;
  }

  /** A new connection: what was under way on the old one may be lost, so all of it goes again. */
  reconnected(): void {
    for (const entry of this.entries) entry.sent = false;
    this.flush();
  }

  /** `seq` is what the log has to reach before the change shows in it; `null` when nobody follows that log. */
  acknowledged(operationId: Id, seq: number | null): void {
    if (seq === null) return this.confirmed(operationId);
    for (const entry of this.entries) {
      if (entry.operation.id === operationId) entry.acknowledgedSeq = seq;
    }
    this.changed();
    this.flush();
  }

  /**
   * The operation took its task to this version. Changes that were made on top of it while it was under way go on from
   * there: they name the version before it, and it would look to the server like somebody else's.
   */
  settled(operationId: Id, version: number): void {
    const settled = this.find(operationId);
    if (settled === undefined || !isTaskOperation(settled)) return;
    for (const entry of this.entries) {
      if (entry.operation !== settled) entry.operation = goingOn(entry.operation, settled, version);
    }
  }

  /** The change is in the log. */
  confirmed(operationId: Id): void {
    this.keep((entry) => entry.operation.id !== operationId);
  }

  /** The log has been applied up to `seq`. */
  reached(logId: LogId, seq: number): void {
    this.keep(
      ({ operation, acknowledgedSeq }) =>
        operation.workspace_id !== logId || acknowledgedSeq === null || acknowledgedSeq > seq,
    );
  }

  /** Whether the error was about one of these operations. */
  failed(error: CommandError): boolean {
    const entry = this.entries.find(({ operation }) => operation.id === error.id);
    if (entry === undefined) return false;
    if (passing.has(error.code)) this.tryAgainAfter(entry, Number(error.data?.retry_after_ms ?? retryMs));
    else this.reject(entry, error);
    return true;
  }

  /** Stops timers. What is stored stays. */
  close(): void {
    clearTimeout(this.pause);
  }

  private reject(entry: Entry, error: CommandError): void {
    const dropped = withWhatBuildsOn(entry, this.entries);
    this.keep((other) => !dropped.includes(other));
    this.options.onRejected(
      entry.operation,
      error,
      dropped.map(({ operation }) => operation),
    );
  }

  private tryAgainAfter(entry: Entry, ms: number): void {
    entry.sent = false;
    clearTimeout(this.pause);
    this.pause = setTimeout(() => {
      this.pause = undefined;
      this.flush();
    }, ms);
  }

  /** One operation per task or comment at a time: a change must not overtake the creation it builds on. */
  private flush(): void {
    if (this.pause !== undefined) return;
    const busy = new Set<string>();
    for (const entry of this.entries) {
      if (entry.acknowledgedSeq !== null) continue;
      const subjects = subjectsOf(entry.operation);
      const free = !subjects.some((subject) => busy.has(subject));
      if (!entry.sent && free) entry.sent = this.options.send(messageOf(entry.operation));
      for (const subject of subjects) busy.add(subject);
    }
  }

  private keep(wanted: (entry: Entry) => boolean): void {
    const kept = this.entries.filter(wanted);
    if (kept.length === this.entries.length) return;
    this.entries = kept;
    this.changed();
    this.flush();
  }

  private changed(): void {
    const unanswered = this.entries.filter((entry) => entry.acknowledgedSeq === null);
    this.options.storage?.save(unanswered.map(({ operation }) => operation));
    this.options.onChange();
  }
}

/** A creation takes along what was made on top of it, and what was made on top of that. */
function withWhatBuildsOn(refused: Entry, entries: readonly Entry[]): Entry[] {
  const missing = new Set<string>();
  return entries.filter((entry) => {
    const dropped = entry === refused || subjectsOf(entry.operation).some((subject) => missing.has(subject));
    const created = createdId(entry.operation);
    if (dropped && created !== null) missing.add(created);
    return dropped;
  });
}

/** Only from the version right before: anything in between was somebody else's change, which this one knew nothing of. */
function goingOn(operation: Operation, settled: TaskOperation, version: number): Operation {
  if (operation.type !== 'task.update' && operation.type !== 'task.assign') return operation;
  if (operation.data.task_id !== taskIdOf(settled) || operation.data.version !== version - 1)
    return operation;
  return { ...operation, data: { ...operation.data, version } } as Operation;
}

function messageOf({ made_by: _, made_at: __, ...command }: Operation): ClientMessage {
  return command;
}
