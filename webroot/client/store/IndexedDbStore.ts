import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Id } from '../model';
import type { LocalStore } from './LocalStore';
import { adoptable, byOrder, type Changes, type KeptOperation, type OperationStore } from './OperationStore';

interface Schema extends DBSchema {
  operations: { key: Id; value: KeptOperation };
}

const openMsMax = 3_000;

/**
 * In a database of the person's own. What stands in `leftovers` belongs to it too: what earlier versions left, and
 * what a page that was closing had no more time to write here.
 */
export class IndexedDbStore implements OperationStore {
  readonly lasting = true;

  private constructor(
    private readonly database: IDBPDatabase<Schema>,
    private readonly leftovers: LocalStore,
  ) {}

  /** Fails where the browser refuses, or does not answer in time. */
  static async open(userId: Id, leftovers: LocalStore): Promise<IndexedDbStore> {
    const opening = openDB<Schema>(`tandem.outbox.${userId}`, 1, {
      upgrade: (database) => void database.createObjectStore('operations', { keyPath: 'operation.id' }),
      // A later version of the app, in another tab, wants to change the database.
      blocking: (_, __, event) => (event.target as IDBDatabase).close(),
    });
    return new IndexedDbStore(await inTime(opening), leftovers);
  }

  async load(): Promise<KeptOperation[]> {
    return merged(this.leftovers.loadNow(), await this.database.getAll('operations'));
  }

  /** Committed in so many words: then it is kept also when the page does not live to see it. */
  async write(changes: Changes): Promise<void> {
    const transaction = this.database.transaction('operations', 'readwrite');
    const requests = [...changes].map(([id, kept]) =>
      kept === null ? transaction.store.delete(id) : transaction.store.put(kept),
    );
    transaction.commit();
    await Promise.all([...requests, transaction.done]);
    this.forgetLeftovers([...changes.keys()]);
  }

  async adopt(from: Id, to: Id, known: readonly KeptOperation[]): Promise<KeptOperation[]> {
    const left = this.leftovers.loadNow().filter(({ tab }) => tab === from);
    const transaction = this.database.transaction('operations', 'readwrite');
    const adopted = adoptable(from, to, merged(left, known), await transaction.store.getAll());
    await Promise.all([...adopted.map((each) => transaction.store.put(each)), transaction.done]);
    this.forgetLeftovers(left.map(({ operation }) => operation.id));
    return adopted;
  }

  close(): void {
    this.database.close();
  }

  private forgetLeftovers(ids: readonly Id[]): void {
    this.leftovers.writeNow(new Map(ids.map((id) => [id, null])));
  }
}

function merged(older: readonly KeptOperation[], newer: readonly KeptOperation[]): KeptOperation[] {
  const byId = new Map([...older, ...newer].map((each) => [each.operation.id, each]));
  return [...byId.values()].toSorted(byOrder);
}

async function inTime(opening: Promise<IDBPDatabase<Schema>>): Promise<IDBPDatabase<Schema>> {
  let late = false;
  const timeout = new Promise<never>((_, reject) => {
    setTimeout(() => {
      late = true;
      reject(new DOMException('The database does not open.', 'TimeoutError'));
    }, openMsMax);
  });
  opening.then(
    (database) => late && database.close(),
    () => undefined,
  );
  return Promise.race([opening, timeout]);
}
