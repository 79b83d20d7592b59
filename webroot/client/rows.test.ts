import { expect, test } from 'vitest';
import type { Task } from './model';
import { rowsOf } from './rows';
import { indexTasks, type Tasks, withTasks } from './tasks';

const task = (id: string, column_id: string | null, rank: string, title = id) =>
  ({ id, column_id, rank, title }) as Task;

const tasks = indexTasks([
  task('b', 'todo', 'b'),
  task('a', 'todo', 'a'),
  task('c', 'todo', 'c'),
  task('d', 'done', 'd'),
]);
const rows = rowsOf(tasks, { tasks: null, rows: new Map() });

const after = (changed: Tasks) => rowsOf(changed, { tasks, rows });
const anew = (changed: Tasks) => rowsOf(changed, { tasks: null, rows: new Map() });

test('tasks stand in their columns by rank', () => {
  expect(Object.fromEntries(rows)).toEqual({ todo: ['a', 'b', 'c'], done: ['d'] });
});

test('a change that moves nothing leaves the very same rows', () => {
  expect(after(withTasks(tasks, [['a', task('a', 'todo', 'a', 'Renamed')]]))).toBe(rows);
});

test('a row nothing happened in is the very same', () => {
  const moved = after(withTasks(tasks, [['a', task('a', 'todo', 'bb')]]));
  expect(moved.get('todo')).toEqual(['b', 'a', 'c']);
  expect(moved.get('done')).toBe(rows.get('done'));
});

test.each([
  ['a move to another column', [['a', task('a', 'done', 'e')]]],
  ['a move that empties a column', [['d', task('d', 'todo', 'aa')]]],
  ['a move to a column that was empty', [['a', task('a', 'doing', 'a')]]],
  ['a new task', [['x', task('x', 'todo', 'ab')]]],
  ['a task that goes', [['b', null]]],
  [
    'several at once',
    [
      ['a', task('a', 'done', 'c')],
      ['b', null],
      ['x', task('x', 'done', 'dd')],
    ],
  ],
] as [string, [string, Task | null][]][])('%s makes the same rows as all tasks anew', (_, changes) => {
  const changed = withTasks(tasks, changes);
  expect(after(changed)).toEqual(anew(changed));
});
