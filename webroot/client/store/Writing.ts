import type { Id } from '../model';
import type { LocalStore } from './LocalStore';
import type { Changes, KeptOperation, OperationStore } from './OperationStore';

const retryMs = 2_000;

/**
 * Writes as fast as the store takes it: the first change at once, what comes while that is under way together in the
 * next. Until then, some milliseconds, a change is only in memory; a page that closes meanwhile puts it into
 * `lastResort`.
 */
export class Writing {
  private store: OperationStore | null = null;
  private waiting = new Map<Id, KeptOperation | null>();
  private underWay: Changes = new Map();
  private closing = false;
  private retry: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly lastResort: LocalStore | null) {}

  /** Nothing is written before. */
  begin(store: OperationStore): void {
    this.store = store;
    this.next();
  }

  put(kept: readonly KeptOperation[]): void {
    for (const each of kept) this.waiting.set(each.operation.id, each);
    this.next();
    if (this.closing) this.rescue();
  }

  remove(ids: readonly Id[]): void {
    for (const id of ids) this.waiting.set(id, null);
    this.next();
  }

  isWritten(id: Id): boolean {
    return !this.waiting.get(id) && !this.underWay.get(id);
  }

  /** Whether what was put survives the page, if need be by writing it elsewhere at once. */
  rescue(): boolean {
    const unwritten = new Map([...this.underWay, ...this.waiting].filter(([, kept]) => kept !== null));
    if (unwritten.size === 0) return this.store?.lasting ?? true;
    try {
      this.lastResort?.writeNow(unwritten);
      return this.lastResort !== null;
    } catch {
      return false;
    }
  }

  /** The page is going away: what is put from now on has no time. `false`: it has come back. */
  setClosing(closing: boolean): void {
    this.closing = closing;
    if (closing) this.rescue();
  }

  /** What is under way is written still. */
  end(): void {
    clearTimeout(this.retry);
    this.rescue();
    const { store } = this;
    this.store = null;
    store?.close();
  }

  private next(): void {
    if (this.store === null || this.underWay.size > 0 || this.waiting.size === 0) return;
    clearTimeout(this.retry);
    this.underWay = this.waiting;
    this.waiting = new Map();
    this.store.write(this.underWay).then(
      () => this.written(),
      () => this.notWritten(),
    );
  }

  private written(): void {
    this.underWay = new Map();
    this.next();
  }

  /** What was changed again meanwhile stands. */
  private notWritten(): void {
    this.waiting = new Map([...this.underWay, ...this.waiting]);
    this.underWay = new Map();
    this.rescue();
    this.retry = setTimeout(() => this.next(), retryMs);
  }
}
