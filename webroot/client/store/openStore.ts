import type { Id } from '../model';
import { IndexedDbStore } from './IndexedDbStore';
import { LocalStore } from './LocalStore';
import { MemoryStore } from './MemoryStore';
import type { OperationStore } from './OperationStore';

/** The best place this browser has for a person's operations: private windows and full disks refuse some. */
export async function openStore(userId: Id): Promise<OperationStore> {
  try {
    const leftovers = new LocalStore(userId);
    return await IndexedDbStore.open(userId, leftovers).catch(() => usable(leftovers));
  } catch {
    return new MemoryStore();
  }
}

const probeKey = 'tandem.probe';

function usable(store: LocalStore): LocalStore {
  localStorage.setItem(probeKey, '');
  localStorage.removeItem(probeKey);
  return store;
}
