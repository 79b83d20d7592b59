import { expect, test } from 'vitest';
import type { Task } from '../../client/model';
import { countOf, matchingRows, newcomers } from './rows';

const tasks = new Map(['a', 'b', 'c', 'd'].map((id) => [id, { id } as Task]));
const all = new Map([
  ['todo', ['a', 'b', 'c']],
  ['done', ['d']],
]);

test('only what matches is left of the rows', () => {
  const shown = matchingRows(all, tasks, ({ id }) => id !== 'b', new Map());
  expect(shown.get('todo')).toEqual(['a', 'c']);
  expect(countOf(shown)).toBe(3);
});

test('a row that shows what it showed is the very same', () => {
  const before = matchingRows(all, tasks, ({ id }) => id !== 'b', new Map());
  const after = matchingRows(all, tasks, ({ id }) => id === 'a' || id === 'c', before);
  expect(after.get('todo')).toBe(before.get('todo'));
  expect(after.get('done')).toEqual([]);
});

test.each([
  [['a', 'b'], ['a', 'x', 'b'], ['x']],
  [
    ['a', 'b'],
    ['x', 'a', 'b', 'y'],
    ['x', 'y'],
  ],
  [['a', 'b', 'c'], ['c', 'a', 'b'], []],
  [['a', 'b', 'c'], ['a', 'c'], []],
  [['a', 'a2'], ['a', 'a2', 'a3'], ['a3']],
  [[], ['a'], ['a']],
  [['a'], [], []],
])('from %j to %j, %j came', (before, after, came) => {
  expect(newcomers(before, after)).toEqual(came);
});
