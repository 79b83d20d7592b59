import { expect, test } from 'vitest';
import type { Task } from '../../client/model';
import { endOfDay } from './dates';
import { groupsByDue } from './dueGroups';

const now = new Date(2027, 2, 10, 12);
const task = (title: string, due_at: string | null, priority: Task['priority'] = 'none') =>
  ({ title, due_at, priority, created_at: '2027-01-01T00:00:00Z' }) as Task;
const groups = (...tasks: Task[]) =>
  groupsByDue(tasks, now).map(({ name, tasks: inside }) => [name, ...inside.map(({ title }) => title)]);

test('tasks stand in groups by when they are due; empty ones are left out', () => {
  const tasks = [
    task('some day', null),
    task('next month', endOfDay(30, now)),
    task('in a week', endOfDay(7, now)),
    task('today', endOfDay(0, now)),
    task('yesterday', endOfDay(-1, now)),
    task('this morning', new Date(2027, 2, 10, 9).toISOString()),
  ];
  expect(groups(...tasks)).toEqual([
    ['overdue', 'yesterday', 'this morning'],
    ['today', 'today'],
    ['week', 'in a week'],
    ['later', 'next month'],
    ['none', 'some day'],
  ]);
});

test('of what is due together, the urgent comes first', () => {
  const [low, urgent] = [task('low', null, 'low'), task('urgent', null, 'urgent')];
  expect(groups(low, urgent)).toEqual([['none', 'urgent', 'low']]);
});

test('nothing is no group', () => {
  expect(groups()).toEqual([]);
});
