import { expect, test } from 'vitest';
import type { Task } from './model';
import { changedIds, indexTasks, withTasks } from './tasks';

const task = (id: string, title = id) => ({ id, title }) as Task;
const tasks = indexTasks([task('a'), task('b')]);

test('a change makes the next tasks and leaves these', () => {
  const next = withTasks(tasks, [
    ['a', task('a', 'Renamed')],
    ['c', task('c')],
    ['b', null],
  ]);
  expect([...next.values()].map(({ title }) => title)).toEqual(['Renamed', 'c']);
  expect([next.size, next.has('b'), next.get('b')]).toEqual([2, false, undefined]);
  expect([...tasks.values()].map(({ title }) => title)).toEqual(['a', 'b']);
});

test('what is taken away and comes again is there', () => {
  const gone = withTasks(tasks, [['a', null]]);
  expect(withTasks(gone, [['a', task('a', 'Again')]]).get('a')?.title).toBe('Again');
});

test('it tells what differs from the tasks before', () => {
  const next = withTasks(tasks, [['a', task('a')]]);
  expect(changedIds(tasks, next)).toEqual(['a']);
  expect(changedIds(next, withTasks(next, [['b', null]]))).toEqual(['b']);
  expect(changedIds(tasks, tasks)).toEqual([]);
});

test('many changes are all there', () => {
  let many = tasks;
  for (let number = 0; number < 1_000; number++)
    many = withTasks(many, [[`task-${number}`, task(`task-${number}`)]]);
  expect(many.size).toBe(1_002);
  expect([...many.values()]).toHaveLength(1_002);
  expect(many.get('task-0')?.id).toBe('task-0');
  expect(changedIds(tasks, many)).toBeNull();
});
