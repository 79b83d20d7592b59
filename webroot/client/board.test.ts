import { expect, test } from 'vitest';
import { type Board, boardOf, reduceBoard, roleOf } from './board';
import type { LiveEvent } from './protocol';
import { ada, event, grace, task, workspaceId } from './testing/fakes';

const snapshot = {
  epoch: 'e',
  seq: 4,
  workspace: {
    id: workspaceId,
    name: 'Letters',
    description: '',
    settings: {},
    role: 'owner' as const,
    created_by: ada,
    created_at: '2026-01-01T00:00:00Z',
    updated_at: '2026-01-01T00:00:00Z',
    version: 1,
    member_count: 1,
  },
  columns: [
    { id: 'done', name: 'Done', rank: 'C', done: true },
    { id: 'todo', name: 'To do', rank: 'A', done: false },
  ],
  labels: [{ id: 'l', name: 'Post', color: 'blue' as const }],
  members: [{ user_id: ada, name: 'Ada', email: 'ada@x', role: 'owner' as const, joined_at: '' }],
  tasks: [task({ id: 'a' })],
};
const { state: board, position } = boardOf(snapshot);
const after = (...events: [LiveEvent['type'], unknown][]): Board =>
  events.reduce((state, [type, data], index) => reduceBoard(state, event(5 + index, type, data)), board);

test('a snapshot becomes a board at its position, columns by rank', () => {
  expect(position).toEqual({ epoch: 'e', seq: 4 });
  expect(board.columns.map(({ id }) => id)).toEqual(['todo', 'done']);
  expect(board.tasks.get('a')?.title).toBe('Write the letter');
});

test.each([
  'task.created',
  'task.updated',
  'task.moved',
  'task.assigned',
  'task.completed',
  'task.reopened',
] as const)('%s replaces the task with what it carries', (type) => {
  const next = task({ id: 'a', title: 'Other', version: 2 });
  expect(after([type, next]).tasks.get('a')).toEqual(next);
});

test('a deleted task is gone and the earlier board untouched', () => {
  expect(after(['task.deleted', { id: 'a', number: 1, title: '' }]).tasks.size).toBe(0);
  expect(board.tasks.size).toBe(1);
});

test('columns come, change, move and go', () => {
  const made = after(['column.created', { id: 'doing', name: 'Doing', rank: 'B', done: false }]);
  expect(made.columns.map(({ id }) => id)).toEqual(['todo', 'doing', 'done']);
  const moved = after(['column.moved', { id: 'todo', name: 'To do', rank: 'X', done: false }]);
  expect(moved.columns.map(({ id }) => id)).toEqual(['done', 'todo']);
  expect(after(['column.updated', { ...board.columns[0], name: 'Next' }]).columns[0]?.name).toBe('Next');
  expect(after(['column.deleted', { id: 'todo' }]).columns).toHaveLength(1);
});

test('labels come, change and go', () => {
  expect(after(['label.created', { id: 'm', name: 'Mail', color: 'red' }]).labels).toHaveLength(2);
  expect(after(['label.updated', { id: 'l', name: 'Mail', color: 'red' }]).labels[0]?.name).toBe('Mail');
  expect(after(['label.deleted', { id: 'l' }]).labels).toEqual([]);
});

test('members join, change role, leave, and are counted', () => {
  const member = { user_id: grace, name: 'Grace', email: 'grace@x', role: 'viewer', joined_at: '' };
  const joined = after(['member.joined', member]);
  expect(joined.workspace.member_count).toBe(2);
  expect(roleOf(joined, grace)).toBe('viewer');
  const promoted = after(['member.joined', member], ['member.updated', { ...member, role: 'admin' }]);
  expect(roleOf(promoted, grace)).toBe('admin');
  expect(after(['member.joined', member], ['member.left', { user_id: grace }]).members).toHaveLength(1);
});

test("a renamed workspace keeps the reader's role", () => {
  const { role: _, ...unread } = { ...snapshot.workspace, name: 'Parcels' };
  expect(after(['workspace.updated', unread]).workspace).toMatchObject({ name: 'Parcels', role: 'owner' });
});

test('an event of an unknown type changes nothing', () => {
  expect(after(['weather.changed', { id: 'x' }])).toBe(board);
});

test('comments are counted on their task', () => {
  const comment = { id: 'x', task_id: 'a' };
  expect(after(['comment.created', comment]).tasks.get('a')?.comment_count).toBe(1);
  expect(
    after(['comment.created', comment], ['comment.deleted', comment]).tasks.get('a')?.comment_count,
  ).toBe(0);
  expect(after(['comment.updated', comment])).toBe(board);
  expect(after(['comment.created', { id: 'x', task_id: 'gone' }])).toBe(board);
});
