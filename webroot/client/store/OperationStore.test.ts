import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { randomId } from '../ids';
import { operation } from '../testing/fakes';
import { IndexedDbStore } from './IndexedDbStore';
import { LocalStore } from './LocalStore';
import { MemoryStore } from './MemoryStore';
import type { KeptOperation, OperationStore } from './OperationStore';

/** How to open the same store a second time, as another tab does. */
type Opening = () => Promise<OperationStore>;

const kinds: Record<string, () => Opening> = {
  memory: () => {
    const kept = new Map<string, KeptOperation>();
    return async () => new MemoryStore(kept);
  },
  localStorage: () => {
    const userId = randomId();
    return async () => new LocalStore(userId);
  },
  IndexedDB: () => {
    const userId = randomId();
    return () => IndexedDbStore.open(userId, new LocalStore(userId));
  },
};

const kept = (id: string, tab: string, order: number): KeptOperation => ({
  operation: operation(id, { type: 'task.complete', data: { task_id: id } }),
  tab,
  order,
});
const put = (...each: KeptOperation[]) => new Map(each.map((one) => [one.operation.id, one]));
const owners = async (store: OperationStore) =>
  (await store.load()).map(({ operation: { id }, tab }) => `${tab}:${id}`);

describe.each(Object.entries(kinds))('operations in %s', (_, kind) => {
  let open: Opening;
  let store: OperationStore;

  beforeEach(async () => {
    open = kind();
    store = await open();
  });

  test('come back as they were put, in the order of all tabs', async () => {
    const [first, second] = [kept('b', 'left', 1), kept('a', 'right', 2)];
    await store.write(put(second, first));
    expect(await (await open()).load()).toEqual([first, second]);
  });

  test('are changed and taken out', async () => {
    await store.write(put(kept('a', 'left', 1), kept('b', 'left', 2)));
    await store.write(new Map([...put(kept('a', 'right', 1)), ['b', null]]));
    expect(await owners(store)).toEqual(['right:a']);
  });

  test('of a tab that is gone go over to another', async () => {
    await store.write(put(kept('a', 'gone', 1), kept('b', 'other', 2), kept('c', 'gone', 3)));
    const adopted = await store.adopt('gone', 'heir', []);
    expect(adopted.map(({ operation: { id } }) => id)).toEqual(['a', 'c']);
    expect(await owners(await open())).toEqual(['heir:a', 'other:b', 'heir:c']);
  });

  test('go over to one tab when two try', async () => {
    await store.write(put(kept('a', 'gone', 1)));
    const second = await open();
    const known = [kept('a', 'gone', 1)];
    const tries = [store.adopt('gone', 'left', known), second.adopt('gone', 'right', known)];
    expect((await Promise.all(tries)).flat()).toHaveLength(1);
  });

  test('known but not kept are kept when they go over, the newer form of them', async () => {
    await store.write(put(kept('a', 'gone', 1)));
    const newer = { ...kept('a', 'gone', 1), refusal: { error: refused, dropped: [] } };
    await store.adopt('gone', 'heir', [newer, kept('b', 'gone', 2)]);
    expect((await store.load()).map(({ refusal }) => refusal !== undefined)).toEqual([true, false]);
    expect(await owners(store)).toEqual(['heir:a', 'heir:b']);
  });
});

const refused = { type: 'error', code: 'forbidden', message: '' } as const;

describe('what an earlier version left in localStorage', () => {
  const made = (id: string, made_at: string) => ({ ...kept(id, '', 0).operation, made_at });

  test('is taken over once, the oldest first', async () => {
    localStorage.setItem('tandem.outbox.ada.tab-1', JSON.stringify([made('b', '2027-01-01T00:00:00Z')]));
    localStorage.setItem('tandem.outbox.ada.tab-2', JSON.stringify([made('a', '2026-01-01T00:00:00Z')]));
    const store = await IndexedDbStore.open('ada', new LocalStore('ada'));
    expect(await owners(store)).toEqual(['tab-2:a', 'tab-1:b']);
    for (const tab of ['tab-1', 'tab-2']) await store.adopt(tab, 'new', []);
    expect(await owners(store)).toEqual(['new:a', 'new:b']);
    expect(localStorage.length).toBe(0);
    store.close();
    expect(await owners(await IndexedDbStore.open('ada', new LocalStore('ada')))).toHaveLength(2);
  });

  test('keeps the order it was made in, also within a millisecond', async () => {
    const list = ['c', 'b', 'a'].map((id) => made(id, '2026-01-01T00:00:00Z'));
    localStorage.setItem('tandem.outbox.ida.tab-1', JSON.stringify(list));
    const store = await IndexedDbStore.open('ida', new LocalStore('ida'));
    expect(await owners(store)).toEqual(['tab-1:c', 'tab-1:b', 'tab-1:a']);
  });

  test('is not sent in the name of another person', async () => {
    localStorage.setItem('tandem.outbox.ada.tab-1', JSON.stringify([made('a', '2026-01-01T00:00:00Z')]));
    expect(await (await IndexedDbStore.open('grace', new LocalStore('grace'))).load()).toEqual([]);
  });

  test('and cannot be read is no reason to fail', async () => {
    localStorage.setItem('tandem.outbox.alan.tab-1', '{broken');
    expect(await (await IndexedDbStore.open('alan', new LocalStore('alan'))).load()).toEqual([]);
  });
});
