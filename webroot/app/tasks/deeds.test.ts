import { expect, test } from 'vitest';
import type { LiveEvent } from '../../client/protocol';
import { deedIn } from './deeds';

const columns = [
  { id: 'todo', name: 'To do', rank: 'a', done: false },
  { id: 'done', name: 'Done', rank: 'b', done: true },
];
const task = { id: 't1', title: 'Plan', column_id: 'todo' };
const grace = { id: 'g', name: 'Grace' };
const event = (type: LiveEvent['type'], data: object, actor = grace): LiveEvent => ({
  type,
  workspace_id: 'w',
  seq: 1,
  actor,
  data,
});

test('who moved the task, and where to', () => {
  const moved = event('task.moved', { id: 't1', column_id: 'done' });
  expect(deedIn(moved, task, columns)?.words).toBe('Grace moved this to Done');
});

test('a move within the column is not worth a word', () => {
  expect(deedIn(event('task.moved', { id: 't1', column_id: 'todo' }), task, columns)).toBeNull();
});

test('who deleted it, and what it was', () => {
  const deed = deedIn(event('task.deleted', { id: 't1' }), task, columns);
  expect(deed).toEqual({ kind: 'deleted', words: 'Grace deleted “Plan”' });
});

test('what happens to another task is another matter', () => {
  expect(deedIn(event('task.deleted', { id: 't2' }), task, columns)).toBeNull();
});
