import type { Id } from '../../client/model';
import type { OutboxStorage } from '../../client/Outbox';
import type { Operation } from '../../client/operation';

/**
 * Keeps what the server has not answered through a reload. Every tab writes under a key of its own, and a new tab takes
 * over whatever it finds: sending an operation twice changes nothing, losing it would.
 */
export function outboxStorage(userId: Id, tabId: Id): OutboxStorage {
  const prefix = `tandem.outbox.${userId}.`;
  const own = prefix + tabId;
  const save = (operations: readonly Operation[]) => {
    if (operations.length === 0) localStorage.removeItem(own);
    else localStorage.setItem(own, JSON.stringify(operations));
  };
  const load = () => {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix));
    const operations = keys.flatMap((key) => parse(localStorage.getItem(key))).toSorted(byAge);
    save(operations);
    for (const key of keys) if (key !== own) localStorage.removeItem(key);
    return operations;
  };
  return { load, save };
}

function parse(text: string | null): Operation[] {
  try {
    return JSON.parse(text ?? '[]') as Operation[];
  } catch {
    return [];
  }
}

function byAge(left: Operation, right: Operation): number {
  if (left.made_at === right.made_at) return 0;
  return left.made_at < right.made_at ? -1 : 1;
}

const lastWorkspaceKey = 'tandem.last-workspace';

export function lastWorkspace(): Id | null {
  return localStorage.getItem(lastWorkspaceKey);
}

export function rememberWorkspace(id: Id): void {
  localStorage.setItem(lastWorkspaceKey, id);
}

export function forgetWorkspace(id: Id): void {
  if (lastWorkspace() === id) localStorage.removeItem(lastWorkspaceKey);
}
