import { expect, test } from 'vitest';
import { anchorOf } from './anchoring';

const inSight = ['c', 'd', 'e'].map((key, index) => ({ key, start: index * 50, end: index * 50 + 42 }));

test.each([
  ['a card comes above', ['x', 'a', 'b', 'c', 'd', 'e'], 'c', 3],
  ['the first one in sight goes away', ['a', 'b', 'd', 'e'], 'd', 2],
  ['the first one in sight is moved to the top', ['c', 'a', 'b', 'd', 'e'], 'd', 3],
  ['a card comes between those in sight', ['a', 'b', 'c', 'x', 'd', 'e'], 'd', 4],
  ['only one is left of them', ['a', 'e'], 'e', 1],
])('where %s, the list is held by what stayed', (_, after, key, index) => {
  expect(anchorOf(inSight, after)).toMatchObject({ item: { key }, index });
});

test('where nothing stayed there is nothing to hold it by', () => {
  expect(anchorOf(inSight, ['a', 'b'])).toBeUndefined();
});
