import { beforeEach, expect, test } from 'vitest';
import { ApiError } from './ApiError';
import type { LogListener } from './Live';
import type { Comment } from './model';
import { Thread, withPendingComments } from './Thread';
import { ada, comment, event, operation } from './testing/fakes';

let listeners: Set<LogListener>;
let reads: ((comments: Comment[] | Error) => void)[];
let thread: Thread;

beforeEach(() => {
  listeners = new Set();
  reads = [];
  thread = new Thread({
    taskId: 't1',
    read: () =>
      new Promise((resolve, reject) =>
        reads.push((answer) => (answer instanceof Error ? reject(answer) : resolve(answer))),
      ),
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onChange: () => undefined,
  });
});

const settle = () => new Promise<void>((resolve) => queueMicrotask(() => queueMicrotask(resolve)));
const answer = (comments: Comment[] | Error) => {
  reads.at(-1)?.(comments);
  return settle();
};
const happens = (type: `comment.${string}`, data: object) => {
  for (const listener of listeners) listener(event(1, type, data), false);
};
const shown = () => thread.comments.map(({ text }) => text);

test('the comments come oldest first and events keep them current', async () => {
  await answer([
    comment({ id: 'b', text: 'Two', created_at: '2026-01-02T00:00:00Z' }),
    comment({ id: 'a', text: 'One' }),
  ]);
  expect(shown()).toEqual(['One', 'Two']);
  happens('comment.created', comment({ id: 'c', text: 'Three', created_at: '2026-01-03T00:00:00Z' }));
  happens('comment.updated', comment({ id: 'a', text: 'First', edited_at: '2026-01-03T00:00:00Z' }));
  happens('comment.deleted', { id: 'b', task_id: 't1' });
  expect(shown()).toEqual(['First', 'Three']);
});

test('what happens while they are read is not lost, nor undone by what was read', async () => {
  happens('comment.created', comment({ id: 'b', text: 'Two', created_at: '2026-01-02T00:00:00Z' }));
  happens('comment.deleted', { id: 'a', task_id: 't1' });
  await answer([comment({ id: 'a', text: 'One' })]);
  expect(shown()).toEqual(['Two']);
});

test('comments of other tasks are none of its business', async () => {
  await answer([]);
  happens('comment.created', comment({ id: 'x', task_id: 'other' }));
  expect(shown()).toEqual([]);
});

test('a log read anew means reading the comments anew', async () => {
  await answer([comment({ text: 'Old' })]);
  for (const listener of listeners) listener(null, false);
  await answer([comment({ text: 'New' })]);
  expect(shown()).toEqual(['New']);
});

test('a failure says so, and what is there stays there', async () => {
  await answer(ApiError.network());
  expect(thread.status).toBe('failed');
  thread.load();
  await answer([comment()]);
  expect(thread.status).toBe('ready');
  thread.load();
  await answer(ApiError.network());
  expect(thread.status).toBe('ready');
  expect(shown()).toEqual(['Nice']);
});

test('a task the server does not know yet has no comments', async () => {
  await answer(new ApiError(404, 'not_found', ''));
  expect(thread.status).toBe('ready');
});

test('closed, it neither listens nor takes an answer', async () => {
  thread.close();
  await answer([comment()]);
  expect(listeners.size).toBe(0);
  expect(shown()).toEqual([]);
});

const author = { id: ada, name: 'Ada' };
const say = operation('1', {
  type: 'comment.create',
  data: { id: 'n', task_id: 't1', text: 'Hi', mentions: [] },
});
const withThem = (...pending: ReturnType<typeof operation>[]) =>
  withPendingComments('t1', [comment({ id: 'c1' })], pending, author);

test('a comment shows before the server knows of it, at the end and marked', () => {
  expect(withThem(say)).toMatchObject([
    { id: 'c1', pending: false },
    { id: 'n', text: 'Hi', author, pending: true, edited_at: null },
  ]);
});

test('a correction and a deletion show at once too', () => {
  const correct = operation('2', { type: 'comment.update', data: { comment_id: 'c1', text: 'Nicer' } });
  expect(withThem(correct)).toMatchObject([{ text: 'Nicer', pending: true, edited_at: correct.made_at }]);
  const remove = operation('3', { type: 'comment.delete', data: { comment_id: 'c1' } });
  expect(withThem(remove)).toEqual([]);
  expect(withThem(remove, correct)).toEqual([]);
});

test('a comment whose event is here already does not show twice', () => {
  const twice = operation('1', {
    type: 'comment.create',
    data: { id: 'c1', task_id: 't1', text: 'Older', mentions: [] },
  });
  expect(withThem(twice)).toMatchObject([{ id: 'c1', text: 'Nice', pending: false }]);
});

test('comments under way on other tasks, and other changes, do not show here', () => {
  const elsewhere = operation('4', {
    type: 'comment.create',
    data: { id: 'x', task_id: 't2', text: 'There', mentions: [] },
  });
  const rename = operation('5', { type: 'task.update', data: { task_id: 't1', title: 'New' } });
  expect(withThem(elsewhere, rename)).toHaveLength(1);
});
