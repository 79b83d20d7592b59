import type { Id } from '../model';
import { adoptable, byOrder, type Changes, type KeptOperation, type OperationStore } from './OperationStore';

/** For browsers that keep nothing. Tabs that share the map share what is in it. */
export class MemoryStore implements OperationStore {
  readonly lasting: boolean = false;

  constructor(private readonly kept = new Map<Id, KeptOperation>()) {}

  async load(): Promise<KeptOperation[]> {
    return [...this.kept.values()].toSorted(byOrder);
  }

  async write(changes: Changes): Promise<void> {
    for (const [id, kept] of changes) {
      if (kept === null) this.kept.delete(id);
      else this.kept.set(id, kept);
    }
  }

  async adopt(from: Id, to: Id, known: readonly KeptOperation[]): Promise<KeptOperation[]> {
    const adopted = adoptable(from, to, known, [...this.kept.values()]);
    for (const each of adopted) this.kept.set(each.operation.id, each);
    return adopted;
  }

  close(): void {
    // Ends with the page.
  }
}
