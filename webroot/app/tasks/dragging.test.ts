import { expect, test } from 'vitest';
import { columnOf, nearestSideways, neighbourOf, placeOf, sameRows, withCardAt } from './dragging';

const rows = new Map([
  ['todo', ['a', 'b', 'c']],
  ['doing', ['d']],
]);
const columns = ['todo', 'doing', 'done'];

test('a card knows its column', () => {
  expect(columnOf(rows, 'd')).toBe('doing');
  expect(columnOf(rows, 'x')).toBeUndefined();
});

test('a card taken over another one stands in its place', () => {
  expect(withCardAt(rows, 'a', 'todo', 1).get('todo')).toEqual(['b', 'a', 'c']);
  expect(withCardAt(rows, 'c', 'todo', 0).get('todo')).toEqual(['c', 'a', 'b']);
});

test('a card changes columns and leaves the rest alone', () => {
  const moved = withCardAt(rows, 'b', 'doing', 1);
  expect(moved.get('todo')).toEqual(['a', 'c']);
  expect(moved.get('doing')).toEqual(['d', 'b']);
  expect(rows.get('todo')).toEqual(['a', 'b', 'c']);
});

test('an empty column takes a card', () => {
  expect(withCardAt(rows, 'a', 'done', 0).get('done')).toEqual(['a']);
});

test('the server is told a place next to a card that stays', () => {
  expect(placeOf(rows, 'a')).toEqual({ columnId: 'todo', place: { before_id: 'b' } });
  expect(placeOf(rows, 'c')).toEqual({ columnId: 'todo', place: { after_id: 'b' } });
  expect(placeOf(rows, 'd')).toEqual({ columnId: 'doing', place: {} });
});

test('a card put back where it was is no move', () => {
  expect(sameRows(rows, withCardAt(rows, 'b', 'todo', 1), 'todo')).toBe(true);
  expect(sameRows(rows, withCardAt(rows, 'b', 'todo', 0), 'todo')).toBe(false);
});

test.each([
  ['ArrowDown', 'b', 'c'],
  ['ArrowUp', 'b', 'a'],
  ['ArrowUp', 'a', undefined],
  ['ArrowRight', 'c', 'd'],
  ['ArrowRight', 'd', 'done'],
  ['ArrowRight', 'done', undefined],
  ['ArrowLeft', 'd', 'a'],
  ['ArrowLeft', 'done', 'd'],
  ['Enter', 'b', undefined],
])('%s from %s leads to %s', (key, from, to) => {
  expect(neighbourOf(rows, columns, 'moving', from, key)).toBe(to);
});

test('a card is over the column its middle is closest to', () => {
  const extents: [string, { left: number; width: number }][] = [
    ['todo', { left: 0, width: 300 }],
    ['doing', { left: 320, width: 300 }],
  ];
  expect(nearestSideways({ left: 100, width: 300 }, extents)).toBe('todo');
  expect(nearestSideways({ left: 180, width: 300 }, extents)).toBe('doing');
  expect(nearestSideways({ left: 0, width: 300 }, [])).toBeUndefined();
});
