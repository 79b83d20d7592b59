import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LeasedLife } from './LeasedLife';

let [woken, gone]: string[][] = [[], []];
let lives: LeasedLife[];

beforeEach(() => {
  vi.useFakeTimers();
  [woken, gone, lives] = [[], [], []];
});

afterEach(() => {
  for (const life of lives) life.end();
  vi.useRealTimers();
});

async function live(tab: string): Promise<LeasedLife> {
  const life = new LeasedLife(tab);
  lives.push(life);
  await life.begin({ awoken: () => woken?.push(tab) });
  return life;
}

test('a tab lives as long as it renews its lease, also seldom', async () => {
  const left = await live('left');
  (await live('right')).whenGone('left', () => gone?.push('left'));
  await vi.advanceTimersByTimeAsync(600_000);
  expect(left.alive).toBe(true);
  expect(gone).toEqual([]);
});

test('one that ends is gone within a beat', async () => {
  const left = await live('left');
  (await live('right')).whenGone('left', () => gone?.push('left'));
  left.end();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(gone).toEqual(['left']);
});

test('one that nobody has heard of is gone at once', async () => {
  (await live('right')).whenGone('earlier version', () => gone?.push('earlier version'));
  expect(gone).toEqual(['earlier version']);
});

test('one that was stopped for longer than its lease does nothing before it has looked what became of it', async () => {
  const left = await live('left');
  vi.setSystemTime(Date.now() + 100_000);
  expect(left.alive).toBe(false);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(woken).toEqual(['left']);
  expect(left.alive).toBe(true);
});
