import { expect, test } from 'vitest';
import type { Column, Task } from '../../client/model';
import type { Sort } from './boardView';
import { listItems } from './listItems';

const columns = ['todo', 'doing', 'done'].map((id) => ({ id, name: id }) as Column);
const rows = new Map([
  ['todo', ['a', 'b', 'c']],
  ['done', ['d']],
]);
const task = (id: string, due_at: string | null, priority: string, created_at: string) =>
  ({ id, due_at, priority, created_at }) as Task;
const tasks = new Map([
  ['a', task('a', null, 'low', '2031-01-01')],
  ['b', task('b', '2031-05-02', 'urgent', '2031-01-03')],
  ['c', task('c', '2031-05-01', 'low', '2031-01-02')],
  ['d', task('d', null, 'none', '2031-01-04')],
]);

const items = (sort: Sort, folded: string[] = [], onlyFilled = false) =>
  listItems({ columns, rows, tasks, sort, folded: new Set(folded), onlyFilled });
const keys = (...args: Parameters<typeof items>) => items(...args).map(({ key }) => key);

test('columns stand below each other with their tasks in the order people gave them', () => {
  expect(keys('manual')).toEqual(['column-todo', 'a', 'b', 'c', 'column-doing', 'column-done', 'd']);
});

test('a folded group shows only its head, with the count of what is in it', () => {
  expect(keys('manual', ['todo'])).toEqual(['column-todo', 'column-doing', 'column-done', 'd']);
  expect(items('manual', ['todo'])[0]).toMatchObject({ count: 3, folded: true });
});

test('groups with nothing to show can be left out', () => {
  expect(keys('manual', [], true)).not.toContain('column-doing');
});

test.each([
  ['due', ['c', 'b', 'a']],
  ['priority', ['b', 'a', 'c']],
  ['newest', ['b', 'c', 'a']],
] as const)('by %s, within a group', (sort, order) => {
  expect(keys(sort).slice(1, 4)).toEqual(order);
});

test('every task says its place in its group', () => {
  expect(items('manual')[2]).toEqual({ kind: 'task', key: 'b', place: 2, of: 3 });
});
