import type { Id } from '../model';
import type { Operation } from '../operation';
import { adoptable, byOrder, type Changes, type KeptOperation, type OperationStore } from './OperationStore';

/**
 * In localStorage, a list per tab: small, and written before the next line runs. So it also takes what has no time for
 * anything slower, because the page is closing; and it reads what earlier versions left there.
 */
export class LocalStore implements OperationStore {
  readonly lasting = true;
  private readonly prefix: string;

  constructor(
    userId: Id,
    private readonly storage: Storage = localStorage,
  ) {
    this.prefix = `tandem.outbox.${userId}.`;
  }

  async load(): Promise<KeptOperation[]> {
    return this.loadNow();
  }

  async write(changes: Changes): Promise<void> {
    this.writeNow(changes);
  }

  async adopt(from: Id, to: Id, known: readonly KeptOperation[]): Promise<KeptOperation[]> {
    const adopted = adoptable(from, to, known, this.loadNow());
    this.writeNow(new Map(adopted.map((each) => [each.operation.id, each])));
    return adopted;
  }

  close(): void {
    // There is nothing to let go of.
  }

  loadNow(): KeptOperation[] {
    return this.tabs()
      .flatMap((tab) => this.listOf(tab))
      .toSorted(byOrder);
  }

  /** Puts come first: should one have no room, nothing has been taken out yet. */
  writeNow(changes: Changes): void {
    const put = [...changes.values()].filter((kept) => kept !== null);
    for (const tab of new Set(put.map((kept) => kept.tab))) {
      const others = this.listOf(tab).filter(({ operation }) => !changes.has(operation.id));
      this.save(tab, [...others, ...put.filter((kept) => kept.tab === tab)]);
    }
    for (const tab of this.tabs()) this.takeOut(tab, changes);
  }

  private takeOut(tab: Id, changes: Changes): void {
    const list = this.listOf(tab);
    const stays = ({ operation: { id } }: KeptOperation) => !changes.has(id) || changes.get(id)?.tab === tab;
    if (!list.every(stays)) this.save(tab, list.filter(stays));
  }

  private tabs(): Id[] {
    const keys = Object.keys(this.storage).filter((key) => key.startsWith(this.prefix));
    return keys.map((key) => key.slice(this.prefix.length));
  }

  private listOf(tab: Id): KeptOperation[] {
    try {
      const list = JSON.parse(this.storage.getItem(this.prefix + tab) ?? '[]') as (
        | KeptOperation
        | Operation
      )[];
      return list.map((each, index) => ('operation' in each ? each : keptOf(each, tab, index)));
    } catch {
      return [];
    }
  }

  private save(tab: Id, list: readonly KeptOperation[]): void {
    if (list.length === 0) this.storage.removeItem(this.prefix + tab);
    else this.storage.setItem(this.prefix + tab, JSON.stringify(list));
  }
}

/** Earlier versions kept bare operations, in order. Of several made in one millisecond the first stays the first. */
function keptOf(operation: Operation, tab: Id, index: number): KeptOperation {
  return { operation, tab, order: Date.parse(operation.made_at) + index / 1e3 };
}
