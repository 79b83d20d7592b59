import { expect, test } from 'vitest';
import { backoffMs } from './backoff';
import { comeBack } from './closeCodes';

test('the first retry comes within a quarter of a second', () => {
  expect(backoffMs(0, () => 1)).toBe(250);
});

test('the first four retries together stay under four seconds at worst and two on average', () => {
  const total = (luck: number) =>
    [0, 1, 2, 3].reduce((sum, attempt) => sum + backoffMs(attempt, () => luck), 0);
  expect(total(1)).toBeLessThan(4_000);
  expect(total(0.5)).toBeLessThan(2_000);
});

test('later retries double up to half a minute', () => {
  expect([1, 2, 3, 4].map((attempt) => backoffMs(attempt, () => 1))).toEqual([500, 1000, 2000, 4000]);
  expect(backoffMs(50, () => 1)).toBe(30_000);
});

test('the whole range is jitter', () => {
  expect(backoffMs(5, () => 0)).toBe(0);
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
