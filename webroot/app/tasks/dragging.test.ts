import { expect, test } from 'vitest';
import {
  columnOf,
  nearestLevel,
  nearestSideways,
  placeMeanwhile,
  placeOf,
  sameRows,
  stepFrom,
  stillThere,
  withCardAt,
} from './dragging';

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

test('what others took away meanwhile is nothing to stand beside', () => {
  const columnNow = (id: string) => ({ a: 'todo', b: 'todo', c: 'done' })[id];
  const row = stillThere(withCardAt(rows, 'a', 'todo', 1), 'a', columnNow);
  expect(row.get('todo')).toEqual(['b', 'a']);
  expect(placeOf(row, 'a')).toEqual({ columnId: 'todo', place: { after_id: 'b' } });
});

test('an empty column takes a card', () => {
  expect(withCardAt(rows, 'a', 'done', 0).get('done')).toEqual(['a']);
});

test('the server is told a place next to a card that stays', () => {
  expect(placeOf(rows, 'a')).toEqual({ columnId: 'todo', place: { before_id: 'b' } });
  expect(placeOf(rows, 'c')).toEqual({ columnId: 'todo', place: { after_id: 'b' } });
  expect(placeOf(rows, 'd')).toEqual({ columnId: 'doing', place: {} });
});

test.each([
  [1, 3, [0, 3, 1, 2, 4]],
  [3, 1, [0, 2, 3, 1, 4]],
])('while the card at %i is held over the one at %i, those between make room', (from, to, places) => {
  expect([0, 1, 2, 3, 4].map((index) => placeMeanwhile(index, from, to))).toEqual(places);
});

test('a card put back where it was is no move', () => {
  expect(sameRows(rows, withCardAt(rows, 'b', 'todo', 1), 'todo')).toBe(true);
  expect(sameRows(rows, withCardAt(rows, 'b', 'todo', 0), 'todo')).toBe(false);
});

test.each([
  ['ArrowDown', 'b', { taskId: 'c' }],
  ['ArrowUp', 'b', { taskId: 'a' }],
  ['ArrowUp', 'a', undefined],
  ['ArrowRight', 'c', { columnId: 'doing' }],
  ['ArrowRight', 'd', { columnId: 'done' }],
  ['ArrowRight', 'done', undefined],
  ['ArrowLeft', 'done', { columnId: 'doing' }],
  ['Enter', 'b', undefined],
])('%s from %s leads to %j', (key, from, to) => {
  expect(stepFrom(rows, columns, from, key)).toEqual(to);
});

test('beside a card, the one most nearly level is taken of those in sight', () => {
  const heights: [string, { top: number; height: number }][] = [
    ['out of sight above', { top: -900, height: 80 }],
    ['first', { top: 100, height: 80 }],
    ['second', { top: 190, height: 120 }],
  ];
  expect(nearestLevel({ top: 120, height: 60 }, heights)).toBe('first');
  expect(nearestLevel({ top: 700, height: 60 }, heights)).toBe('second');
  expect(nearestLevel({ top: 0, height: 60 }, [])).toBeUndefined();
});

test('in a column of thousands the server is told the neighbours of the whole row', () => {
  const long = new Map([['todo', Array.from({ length: 10_000 }, (_, index) => `task-${index}`)]]);
  const moved = withCardAt(long, 'task-3', 'todo', 7_000);
  expect(placeOf(moved, 'task-3')).toEqual({ columnId: 'todo', place: { before_id: 'task-7001' } });
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
