import { expect, test } from 'vitest';
import { byRank, rankBetween } from './rank';

test.each([
  [null, null],
  ['M', null],
  [null, 'M'],
  ['a', 'b'],
  ['a', 'c'],
  ['az', 'b'],
  ['a', 'aO'],
  ['~', null],
  ['0|hzzzzz:', '0|i00007:'],
])('a rank between %s and %s sorts between them', (lower, upper) => {
  const rank = rankBetween(lower, upper);
  if (lower !== null) expect(rank > lower).toBe(true);
  if (upper !== null) expect(rank < upper).toBe(true);
});

test('one can always go between again', () => {
  let upper = 'b';
  for (let round = 0; round < 200; round++) {
    const rank = rankBetween('a', upper);
    expect(rank > 'a' && rank < upper).toBe(true);
    upper = rank;
  }
});

test.each([
  ['a', 'a!'],
  ['b', 'a'],
  ['a', 'a'],
])('where nothing fits between %s and %s the lower one stands', (lower, upper) => {
  expect(rankBetween(lower, upper)).toBe(lower);
});

test('equal ranks stand in the order of their ids', () => {
  const rows = [
    { id: 'b', rank: 'M' },
    { id: 'a', rank: 'M' },
    { id: 'c', rank: 'A' },
  ];
  expect(rows.toSorted(byRank).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
});
