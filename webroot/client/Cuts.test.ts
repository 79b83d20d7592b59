import { expect, test } from 'vitest';
import { beatSeconds, type CutPattern, Cuts } from './Cuts';

const after = (...lines: [ageMs: number, quietMs: number][]): CutPattern | null => {
  const cuts = new Cuts();
  for (const [ageMs, quietMs] of lines) cuts.note({ ageMs, quietMs });
  return cuts.pattern;
};

test('lines that end after the same silence tell of a time-out', () => {
  expect(after([80_000, 25_100], [42_000, 25_000], [61_000, 26_300])).toEqual({
    after: 'silence',
    seconds: 25,
  });
});

test('lines that all reach the same age do as well', () => {
  expect(after([60_100, 200], [60_000, 8_000], [61_000, 17_000])).toEqual({ after: 'age', seconds: 60 });
});

test('chance tells nothing', () => {
  expect(after([60_000, 1_000], [60_000, 1_000])).toBeNull();
  expect(after([60_000, 20_000], [90_000, 3_000], [14_000, 11_000])).toBeNull();
  expect(after([2_000, 2_000], [2_000, 2_000], [2_000, 2_000])).toBeNull();
});

test('only the latest count', () => {
  expect(after([300_000, 1], [60_000, 1], [60_000, 1], [60_000, 1])).toEqual({ after: 'age', seconds: 60 });
});

test('against silence it beats twice as often as is needed, never less often than is asked', () => {
  expect(beatSeconds(30, { after: 'silence', seconds: 20 })).toBe(10);
  expect(beatSeconds(30, { after: 'silence', seconds: 100 })).toBe(30);
  expect(beatSeconds(30, { after: 'age', seconds: 20 })).toBe(30);
  expect(beatSeconds(30, null)).toBe(30);
});
