import { expect, test } from 'vitest';
import { backoffMs } from './backoff';
import { comeBack } from './closeCodes';

const worst = (attempt: number, reached: boolean) => backoffMs(attempt, reached, () => 1);

test('the first retry comes within a quarter of a second', () => {
  expect(worst(0, true)).toBe(250);
  expect(worst(0, false)).toBe(250);
});

test('a server that is down is asked at least every second and a half for half a minute', () => {
  const waits = Array.from({ length: 40 }, (_, attempt) => worst(attempt, false));
  expect(Math.max(...waits)).toBe(1_500);
  const averageTotal = waits.reduce((sum, wait) => sum + wait / 2, 0);
  expect(averageTotal).toBeGreaterThan(28_000);
});

test('after that, and where a server answers, waits double up to half a minute', () => {
  expect([1, 2, 3, 4, 5].map((attempt) => worst(attempt, true))).toEqual([500, 1000, 2000, 4000, 8000]);
  expect([40, 41, 42].map((attempt) => worst(attempt, false))).toEqual([1500, 3000, 6000]);
  expect(worst(90, true)).toBe(30_000);
  expect(worst(90, false)).toBe(30_000);
});

test('the whole range is jitter', () => {
  expect(backoffMs(5, true, () => 0)).toBe(0);
});

test.each([
  [1006, 'soon'],
  [1012, 'soon'],
  [4408, 'soon'],
  [4401, 'with-fresh-token'],
  [4409, 'later'],
  [4429, 'later'],
  [4400, 'never'],
  [4403, 'never'],
  [4413, 'never'],
] as const)('after close code %i one comes back: %s', (code, answer) => {
  expect(comeBack(code)).toBe(answer);
});
