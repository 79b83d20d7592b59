import { beforeEach, expect, test, vi } from 'vitest';
import { operation } from '../testing/fakes';
import { LocalStore } from './LocalStore';
import { MemoryStore } from './MemoryStore';
import type { Changes, KeptOperation } from './OperationStore';
import { Writing } from './Writing';

let written: string[][];
let finish: (() => void)[];
let fails: boolean;
let writing: Writing;
let lastResort: LocalStore;

/** Takes as long as the test wants. */
class SlowStore extends MemoryStore {
  override readonly lasting: boolean = true;

  override async write(changes: Changes): Promise<void> {
    written.push([...changes.keys()]);
    await new Promise<void>((resolve, reject) => finish.push(fails ? reject : resolve));
  }
}

const kept = (id: string): KeptOperation => ({
  operation: operation(id, { type: 'task.complete', data: { task_id: id } }),
  tab: 'left',
  order: 1,
});
const settle = () =>
  new Promise<void>((resolve) => queueMicrotask(() => queueMicrotask(() => queueMicrotask(resolve))));
const finishFirst = () => {
  finish.shift()?.();
  return settle();
};
const rescued = () => lastResort.loadNow().map(({ operation: { id } }) => id);

beforeEach(() => {
  written = [];
  finish = [];
  fails = false;
  lastResort = new LocalStore('ada');
  writing = new Writing(lastResort);
  writing.begin(new SlowStore());
});

test('the first change is written at once, what comes meanwhile together', async () => {
  writing.put([kept('a')]);
  writing.put([kept('b')]);
  writing.put([kept('c')]);
  writing.remove(['a']);
  expect(written).toEqual([['a']]);
  await finishFirst();
  expect(written).toEqual([['a'], ['b', 'c', 'a']]);
});

test('what was put before the store was open is written then', () => {
  const early = new Writing(lastResort);
  early.put([kept('a')]);
  expect(written).toEqual([]);
  early.begin(new SlowStore());
  expect(written).toEqual([['a']]);
});

test('it knows what is not written yet', async () => {
  writing.put([kept('a')]);
  expect(writing.isWritten('a')).toBe(false);
  await finishFirst();
  expect(writing.isWritten('a')).toBe(true);
});

test('a page that closes leaves what is not written where the next one finds it', async () => {
  writing.put([kept('a')]);
  writing.put([kept('b')]);
  expect(rescued()).toEqual([]);
  writing.setClosing(true);
  expect(rescued()).toEqual(['a', 'b']);
  writing.put([kept('c')]);
  expect(rescued()).toEqual(['a', 'b', 'c']);
});

test('nothing is at risk where everything is written, and nothing where there is a last resort', async () => {
  expect(writing.rescue()).toBe(true);
  writing.put([kept('a')]);
  expect(writing.rescue()).toBe(true);
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  expect(writing.rescue()).toBe(false);
  await finishFirst();
  expect(writing.rescue()).toBe(true);
});

test('what could not be written is kept elsewhere and tried again', async () => {
  vi.useFakeTimers();
  fails = true;
  writing.put([kept('a')]);
  await finishFirst();
  expect(rescued()).toEqual(['a']);
  fails = false;
  vi.advanceTimersByTime(2_000);
  expect(written).toEqual([['a'], ['a']]);
  vi.useRealTimers();
});

test('a store that ends with the page keeps nothing safe', () => {
  const inMemory = new Writing(lastResort);
  inMemory.begin(new MemoryStore());
  expect(inMemory.rescue()).toBe(false);
});
