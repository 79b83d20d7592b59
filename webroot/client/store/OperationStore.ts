import type { Id } from '../model';
import type { Operation } from '../operation';
import type { CommandError } from '../protocol';

/** An operation as it is kept: whatever happens to the page, some tab of the person sees it through. */
export interface KeptOperation {
  readonly operation: Operation;
  /** Sorts the operations of all tabs: what was made with another one on the screen comes after it. */
  readonly order: number;
  /** The tab that sends it. */
  readonly tab: Id;
  /** The server said no, for good, and the person does not know yet. */
  readonly refusal?: Refusal;
}

export interface Refusal {
  error: CommandError;
  /** The operation itself and those that built on it. */
  dropped: readonly Operation[];
}

/** What changes: `null` takes the operation out. */
export type Changes = ReadonlyMap<Id, KeptOperation | null>;

/** Where one person's operations are kept until the server has answered them, for all their tabs. */
export interface OperationStore {
  /** Whether it outlives the page. */
  readonly lasting: boolean;

  /** Everything of all tabs, in order. */
  load(): Promise<KeptOperation[]>;

  /** All of it or nothing. Has begun when this returns, and is kept when the promise resolves. */
  write(changes: Changes): Promise<void>;

  /**
   * Makes over to `to` what belongs to `from`, which is no more, in one step: of two tabs that try, one gets it.
   * `known` is what the tab knows to be `from`'s, newer than what is kept; where it is kept nowhere it is added.
   */
  adopt(from: Id, to: Id, known: readonly KeptOperation[]): Promise<KeptOperation[]>;

  close(): void;
}

export function byOrder(left: KeptOperation, right: KeptOperation): number {
  return left.order - right.order || (left.operation.id < right.operation.id ? -1 : 1);
}

/** What of `from` goes over to `to`, among everything that is kept. */
export function adoptable(
  from: Id,
  to: Id,
  known: readonly KeptOperation[],
  kept: readonly KeptOperation[],
): KeptOperation[] {
  const takenOver = new Set(kept.filter(({ tab }) => tab !== from).map(({ operation }) => operation.id));
  const byId = new Map(
    [...kept.filter(({ tab }) => tab === from), ...known].map((each) => [each.operation.id, each]),
  );
  return [...byId.values()]
    .filter(({ operation }) => !takenOver.has(operation.id))
    .map((each) => ({ ...each, tab: to }))
    .toSorted(byOrder);
}
