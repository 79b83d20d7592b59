import { afterEach, expect, test, vi } from 'vitest';
import { randomId, timeId } from './ids';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-([47])[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

afterEach(() => vi.unstubAllGlobals());

test('a random id is a UUID also where randomUUID is missing', () => {
  const real = crypto;
  vi.stubGlobal('crypto', {
    getRandomValues: (bytes: Uint8Array<ArrayBuffer>) => real.getRandomValues(bytes),
  });
  expect(randomId()).toMatch(uuid);
  expect(randomId()).not.toBe(randomId());
});

test('a time id is a version 7 UUID that begins with the millisecond it was made in', () => {
  const id = timeId(0x0198_0000_abcd);
  expect(id.match(uuid)?.[1]).toBe('7');
  expect(id.startsWith('01980000-abcd-7')).toBe(true);
});

test('time ids sort by the time of their making', () => {
  const ids = [timeId(1_000), timeId(2_000), timeId(1_700_000_000_000)];
  expect(ids.toSorted()).toEqual(ids);
});
