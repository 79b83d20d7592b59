import type { Id } from './model';
import { isWork, messageOf, type Operation } from './operation';
import type { ClientMessage, CommandError, LogId } from './protocol';
import { type Entry, Queue } from './Queue';
import type { KeptOperation } from './store/OperationStore';
import type { Tabs, TabsListener } from './tabs/Tabs';

export interface OutboxOptions {
  /** Whether the message went out. */
  send: (message: ClientMessage) => boolean;
  /** The other tabs, and what is kept. Without them everything ends with the page. */
  tabs?: Tabs;
  /** How far a log has been applied; `null` when nobody follows it. */
  position: (logId: LogId) => number | null;
  /** Whether somebody looks at this tab. */
  isAttended: () => boolean;
  /** Tries now instead of later to connect: browsers slow down the timers of tabs that nobody looks at. */
  retry: () => void;
  onChange: () => void;
  /**
   * The server said no, for good. `dropped` holds the operation and those that built on it. It is told in one tab, and
   * kept until `settle`: whom the page left before they had decided is told again.
   */
  onRejected: (operation: Operation, error: CommandError, dropped: readonly Operation[]) => void;
}

const retryMs = 2_000;
/** What servers take unless they are set otherwise: a larger one ends the connection, and so would each that comes after. */
const messageBytesMax = 262_144;
const passing = new Set(['too_many_requests', 'unavailable']);

/**
 * Holds every operation of the person until the server has answered it: those of this tab, which it sends, again after
 * each reconnect, and those of their other tabs, which it shows and waits for.
 */
export class Outbox implements TabsListener {
  private readonly queue: Queue;
  private readonly tabs: Tabs | null;
  private pause: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: OutboxOptions) {
    this.tabs = options.tabs ?? null;
    this.queue = new Queue(this.tabs?.tab ?? '');
    this.tabs?.start(this);
  }

  add(operation: Operation): void {
    const kept = this.queue.add(operation);
    this.tabs?.keep([kept]);
    this.changedHere();
  }

  pending(logId: LogId): Operation[] {
    return this.queue.pending(logId);
  }

  /** How many changes of tasks and comments the server has not answered yet, in all tabs. */
  get unansweredCount(): number {
    return this.queue.unanswered.filter(({ kept }) => isWork(kept.operation)).length;
  }

  /** Whether the page may end: what is under way here is kept, or can be in this very moment. */
  isSafe(): boolean {
    const own = this.queue.unanswered.filter(
      (entry) => this.queue.isOwn(entry) && isWork(entry.kept.operation),
    );
    return own.length === 0 || (this.tabs?.rescue() ?? false);
  }

  find(operationId: Id): Operation | undefined {
    return this.queue.find(operationId)?.kept.operation;
  }

  /** A new connection: what was under way on the old one may be lost, so all of it goes again. */
  reconnected(): void {
    for (const entry of this.queue.all) entry.sent = false;
    this.tabs?.say({ kind: 'connected' });
    this.flush();
  }

  /** The server has done it. `seq`: what its log has to reach before the change shows; `version`: its task's, or 0. */
  answered(operationId: Id, seq: number | null, version: number): void {
    if (this.queue.find(operationId) === undefined) return;
    this.tabs?.say({ kind: 'answered', id: operationId, seq, version });
    this.tabs?.forget([operationId]);
    this.answeredElsewhere(operationId, seq, version);
    this.tabs?.announce();
  }

  /** The log has been applied up to `seq`. */
  reached(logId: LogId, seq: number): void {
    const fewer = this.queue.keepOnly(
      ({ kept: { operation }, acknowledgedSeq }) =>
        operation.workspace_id !== logId || acknowledgedSeq === null || acknowledgedSeq > seq,
    );
    if (fewer) this.changed();
  }

  /** Whether the error was about one of these operations. */
  failed(error: CommandError): boolean {
    const entry = error.id === undefined ? undefined : this.queue.find(error.id);
    if (entry === undefined) return false;
    if (passing.has(error.code)) this.tryAgainAfter(entry, Number(error.data?.retry_after_ms ?? retryMs));
    // It got through before, naming an earlier version, and the page ended before that was written down.
    else if (error.code === 'operation_reused') this.answered(entry.kept.operation.id, null, 0);
    else this.reject(entry, error);
    return true;
  }

  /** The person knows of the refusal and has nothing more to decide. */
  settle(operationId: Id): void {
    this.tabs?.forget([operationId]);
    this.queue.keepOnly(({ kept }) => kept.operation.id !== operationId || kept.refusal === undefined);
    this.tabs?.announce();
  }

  /** Where somebody looks at this tab, it tells of the refusals that no tab has told of. */
  tellRefusals(): void {
    if (!this.options.isAttended()) return;
    for (const entry of this.queue.refused) {
      if (this.queue.isOwn(entry)) this.tell(entry);
      else this.tabs?.say({ kind: 'tell', id: entry.kept.operation.id, tab: this.tabs.tab });
    }
  }

  /** Stops timers, and leaves what is under way to the other tabs. What is kept stays. */
  close(): void {
    clearTimeout(this.pause);
    this.tabs?.end();
  }

  // --- what the tabs tell

  stored(kept: readonly KeptOperation[], isNewer: (known: KeptOperation) => boolean): void {
    this.queue.restore(kept, isNewer);
  }

  started(): void {
    this.changed();
    this.tellRefusals();
  }

  others(tab: Id, kept: readonly KeptOperation[]): void {
    const fallen = this.queue.replaceOthers(tab, kept);
    this.tabs?.forget(fallen);
    if (fallen.length > 0) this.tabs?.announce();
    this.changed();
    this.tellRefusals();
  }

  adopted(kept: readonly KeptOperation[]): void {
    this.queue.put(kept);
    this.changedHere();
    this.tellRefusals();
  }

  answeredElsewhere(operationId: Id, seq: number | null, version: number): void {
    const entry = this.queue.find(operationId);
    if (entry === undefined || entry.acknowledgedSeq !== null) return;
    const goneOn = this.queue.goOnFrom(entry.kept.operation, version);
    this.tabs?.keep(goneOn);
    const position = this.options.position(entry.kept.operation.workspace_id);
    if (seq !== null && position !== null && position < seq) entry.acknowledgedSeq = seq;
    else this.queue.keepOnly((other) => other !== entry);
    this.changed();
  }

  connectedElsewhere(): void {
    this.options.retry();
  }

  offered(operationId: Id, tab: Id): void {
    const entry = this.queue.find(operationId);
    if (entry?.kept.refusal === undefined || entry.told || !this.queue.isOwn(entry)) return;
    entry.kept = { ...entry.kept, tab };
    this.tabs?.keep([entry.kept]);
    this.tabs?.say({ kind: 'given', kept: entry.kept });
    this.tabs?.announce();
  }

  given(kept: KeptOperation): void {
    this.queue.put([kept]);
    this.changedHere();
    this.tellRefusals();
  }

  ownedBy(tab: Id): readonly KeptOperation[] {
    return this.queue.ownedBy(tab);
  }

  private reject(entry: Entry, error: CommandError): void {
    const own = new Set(this.queue.ownedBy(this.tabs?.tab ?? '').map(({ operation }) => operation.id));
    const dropped = this.queue.refuse(entry, error).map(({ id }) => id);
    this.tabs?.forget(dropped.filter((id) => own.has(id)));
    this.tabs?.keep([entry.kept]);
    this.changedHere();
    this.tellRefusals();
  }

  private tell(entry: Entry): void {
    const { operation, refusal } = entry.kept;
    if (entry.told || refusal === undefined) return;
    entry.told = true;
    this.options.onRejected(operation, refusal.error, refusal.dropped);
  }

  private tryAgainAfter(entry: Entry, ms: number): void {
    entry.sent = false;
    clearTimeout(this.pause);
    this.pause = setTimeout(() => {
      this.pause = undefined;
      this.flush();
    }, ms);
  }

  private flush(): void {
    if (this.pause !== undefined || this.tabs?.maySend === false) return;
    const tooLarge: Entry[] = [];
    for (const entry of this.queue.sendable()) {
      const message = messageOf(entry.kept.operation);
      if (isTooLarge(message)) tooLarge.push(entry);
      else entry.sent = this.options.send(message);
    }
    for (const entry of tooLarge) this.reject(entry, tooLargeFor(entry.kept.operation));
  }

  private changedHere(): void {
    this.tabs?.announce();
    this.changed();
  }

  private changed(): void {
    this.options.onChange();
    this.flush();
  }
}

function isTooLarge(message: ClientMessage): boolean {
  return new TextEncoder().encode(JSON.stringify(message)).length > messageBytesMax;
}

function tooLargeFor({ id }: Operation): CommandError {
  return { type: 'error', id, code: 'too_large', message: 'The message is too large.' };
}
