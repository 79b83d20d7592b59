import { expect, test } from 'vitest';
import type { Column } from './model';
import { pendingTaskIds, withPending } from './optimistic';
import { byRank } from './rank';
import { indexTasks } from './tasks';
import { ada, grace, operation, task } from './testing/fakes';

const columns: Column[] = [
  { id: 'todo', name: 'To do', rank: 'A', done: false },
  { id: 'doing', name: 'In progress', rank: 'B', done: false },
  { id: 'done', name: 'Done', rank: 'C', done: true },
];
const confirmed = indexTasks([
  task({ id: 'a', rank: 'F' }),
  task({ id: 'b', rank: 'M' }),
  task({ id: 'c', rank: 'T' }),
  task({ id: 'd', column_id: 'done', rank: 'M', completed_at: '2026-01-01T10:00:00Z' }),
]);

const after = (...operations: ReturnType<typeof operation>[]) =>
  withPending(confirmed, operations, { columns });
const idsIn = (columnId: string, view: ReturnType<typeof after>) =>
  [...view.values()]
    .filter((each) => each.column_id === columnId)
    .toSorted(byRank)
    .map(({ id }) => id);

test('with nothing pending the view is the confirmed state itself', () => {
  expect(after()).toBe(confirmed);
});

test('a new task stands at the end of its column, by its maker, without a number', () => {
  const view = after(
    operation('op', { type: 'task.create', data: { id: 'n', title: 'New', column_id: 'todo' } }),
  );
  expect(idsIn('todo', view)).toEqual(['a', 'b', 'c', 'n']);
  expect(view.get('n')).toMatchObject({ title: 'New', number: 0, created_by: ada, completed_at: null });
});

test('a creation whose event is here already changes nothing', () => {
  const view = after(
    operation('op', { type: 'task.create', data: { id: 'a', title: 'Older', column_id: 'done' } }),
  );
  expect(view.get('a')).toEqual(confirmed.get('a'));
});

test('an update changes its fields and no others', () => {
  const view = after(
    operation('op', { type: 'task.update', data: { task_id: 'a', version: 1, priority: 'high' } }),
  );
  expect(view.get('a')).toMatchObject({ priority: 'high', title: 'Write the letter', version: 1 });
});

test('an assignment shows', () => {
  const view = after(operation('op', { type: 'task.assign', data: { task_id: 'a', assigned_to: grace } }));
  expect(view.get('a')?.assigned_to).toBe(grace);
});

test('a move before, after, and to the end lands where it was dropped', () => {
  const move = (place: { before_id?: string; after_id?: string }, column_id = 'todo', task_id = 'c') =>
    after(operation('op', { type: 'task.move', data: { task_id, column_id, ...place } }));
  expect(idsIn('todo', move({ before_id: 'b' }))).toEqual(['a', 'c', 'b']);
  expect(idsIn('todo', move({ before_id: 'a' }))).toEqual(['c', 'a', 'b']);
  expect(idsIn('todo', move({ after_id: 'a' }))).toEqual(['a', 'c', 'b']);
  expect(idsIn('todo', move({}, 'todo', 'a'))).toEqual(['b', 'c', 'a']);
  expect(idsIn('done', move({ before_id: 'd' }, 'done'))).toEqual(['c', 'd']);
});

test('a move into a done column completes, a move out of it reopens', () => {
  const into = after(operation('op', { type: 'task.move', data: { task_id: 'a', column_id: 'done' } }));
  expect(into.get('a')?.completed_at).toBe('2026-01-02T00:00:00Z');
  const out = after(operation('op', { type: 'task.move', data: { task_id: 'd', column_id: 'todo' } }));
  expect(out.get('d')?.completed_at).toBeNull();
});

test('complete goes to the first done column, reopen to the first open one', () => {
  const completed = after(operation('op', { type: 'task.complete', data: { task_id: 'a' } }));
  expect(completed.get('a')).toMatchObject({ column_id: 'done', completed_at: '2026-01-02T00:00:00Z' });
  const reopened = after(operation('op', { type: 'task.reopen', data: { task_id: 'd' } }));
  expect(reopened.get('d')).toMatchObject({ column_id: 'todo', completed_at: null });
});

test('a personal task is completed where it is', () => {
  const personal = indexTasks([task({ id: 'p', workspace_id: null, column_id: null })]);
  const complete = operation('op', { type: 'task.complete', data: { task_id: 'p' } }, null);
  expect(withPending(personal, [complete], { columns: [] }).get('p')).toMatchObject({
    column_id: null,
    completed_at: '2026-01-02T00:00:00Z',
  });
});

test('operations pile up in order', () => {
  const view = after(
    operation('1', { type: 'task.create', data: { id: 'n', title: 'New', column_id: 'todo' } }),
    operation('2', { type: 'task.update', data: { task_id: 'n', title: 'Newer' } }),
    operation('3', { type: 'task.move', data: { task_id: 'n', column_id: 'doing' } }),
    operation('4', { type: 'task.delete', data: { task_id: 'b' } }),
  );
  expect(view.get('n')).toMatchObject({ title: 'Newer', column_id: 'doing' });
  expect(idsIn('todo', view)).toEqual(['a', 'c']);
});

test('an operation left out is rolled back', () => {
  const pending = [operation('op', { type: 'task.delete', data: { task_id: 'a' } })];
  expect(after(...pending).has('a')).toBe(false);
  expect(after().get('a')).toEqual(confirmed.get('a'));
});

test('a change to a task that somebody deleted meanwhile is not shown', () => {
  const view = after(operation('op', { type: 'task.update', data: { task_id: 'gone', title: 'x' } }));
  expect(view).toEqual(confirmed);
});

test('it knows which tasks are pending', () => {
  const pending = [
    operation('1', { type: 'task.create', data: { id: 'n', title: 'New' } }),
    operation('2', { type: 'task.assign', data: { task_id: 'a', assigned_to: null } }),
  ];
  expect(pendingTaskIds(pending)).toEqual(new Set(['n', 'a']));
});
