import { expect, test } from 'vitest';
import { type Board, boardOf } from '../../client/board';
import type { LiveEvent } from '../../client/protocol';
import { ada, event, grace, task, workspaceId } from '../../client/testing/fakes';
import { plainText, type Scope, wordsFor } from './wording';

const { state: board }: { state: Board } = boardOf({
  epoch: 'e',
  seq: 1,
  workspace: { id: workspaceId, name: 'Letters' } as Board['workspace'],
  columns: [
    { id: 'todo', name: 'To do', rank: 'A', done: false },
    { id: 'done', name: 'Done', rank: 'B', done: true },
  ],
  labels: [{ id: 'l', name: 'Post', color: 'blue' }],
  members: [
    { user_id: ada, name: 'Ada', email: '', role: 'owner', joined_at: '' },
    { user_id: grace, name: 'Grace', email: '', role: 'member', joined_at: '' },
  ],
  tasks: [task({ number: 7 })],
});

type Changes = NonNullable<LiveEvent['changes']>;

function saidBy(
  type: LiveEvent['type'],
  data: unknown,
  changes: Changes = {},
  scope: Scope = 'task',
): string[] {
  const happened = { ...event(1, type, data), changes, actor: { id: ada, name: 'Ada' } };
  return wordsFor(happened, board, scope).map(plainText);
}
const changed = (changes: Changes, scope: Scope = 'task') =>
  saidBy('task.updated', task({ number: 7 }), changes, scope);

test('in its own panel a task is "this task", in the workspace it has number and title', () => {
  expect(saidBy('task.completed', task())).toEqual(['completed this task']);
  expect(saidBy('task.completed', task({ number: 7 }), {}, 'workspace')).toEqual([
    'completed #7 Write the letter',
  ]);
});

test('each changed field is told with what it was and what it is', () => {
  const changes = {
    title: { from: 'Old', to: 'New' },
    priority: { from: 'low', to: 'high' },
    due_at: { from: '2031-03-04T12:00:00Z', to: null },
    column_id: { from: 'todo', to: 'done' },
    rank: { from: 'A', to: 'B' },
  };
  expect(changed(changes)).toEqual([
    'changed the title from Old to New',
    'changed the priority from Low to High',
    'removed the due date Mar 4, 2031',
    'moved this task from To do to Done',
  ]);
  expect(changed({ title: { from: 'Old', to: 'New' } }, 'workspace')).toEqual([
    'changed the title of #7 Write the letter from Old to New',
  ]);
});

test('a first priority is set, the last one removed', () => {
  expect(changed({ priority: { from: 'none', to: 'urgent' } })).toEqual(['set the priority to Urgent']);
  expect(changed({ priority: { from: 'urgent', to: 'none' } })).toEqual(['removed the priority Urgent']);
});

test('assignments say who took, gave and got', () => {
  const assigned = (from: string | null, to: string | null) => changed({ assigned_to: { from, to } })[0];
  expect(assigned(null, ada)).toBe('took on this task');
  expect(assigned(null, grace)).toBe('assigned this task to Grace');
  expect(assigned(grace, ada)).toBe('handed this task over from Grace to Ada');
  expect(assigned(ada, null)).toBe('gave up this task');
  expect(assigned(grace, null)).toBe('took this task off Grace');
});

test('labels and checklist items are told one by one', () => {
  expect(changed({ labels: { from: [], to: ['l', 'gone'] } }, 'workspace')).toEqual([
    'added the label Post to #7 Write the letter',
    'added the label a former label to #7 Write the letter',
  ]);
  const item = (id: string, text: string, done = false) => ({ id, text, done });
  const checklist = {
    from: [item('1', 'Stamp'), item('2', 'Ink'), item('3', 'Papr')],
    to: [item('1', 'Stamp', true), item('3', 'Paper'), item('4', 'Seal')],
  };
  expect(changed({ checklist })).toEqual([
    'added Seal to the checklist',
    'removed Ink from the checklist',
    'checked off Stamp',
    'changed Papr to Paper in the checklist',
  ]);
});

test('long texts stand apart from the sentence', () => {
  const happened = { ...event(1, 'task.updated', task()), changes: { description: { from: 'A', to: 'B' } } };
  const [sentence] = wordsFor(happened, board, 'task');
  expect(sentence && plainText(sentence)).toBe('changed the description');
  expect(sentence?.texts).toEqual({ before: 'A', after: 'B' });
});

test('a comment is quoted, on its task', () => {
  const happened = event(1, 'comment.created', { id: 'c', task_id: 't1', text: 'Nice' });
  const [sentence] = wordsFor(happened, board, 'workspace');
  expect(sentence && plainText(sentence)).toBe('commented on #7 Write the letter');
  expect(sentence?.quote).toBe('Nice');
  expect(sentence?.parts.at(-1)).toMatchObject({ kind: 'task', taskId: 't1' });
});

test('a task that is gone has its name where the event told it, and leads nowhere', () => {
  const [deleted] = wordsFor(
    event(1, 'task.deleted', { id: 'x', number: 3, title: 'Gone' }),
    board,
    'workspace',
  );
  expect(deleted?.parts.at(-1)).toEqual({ kind: 'task', text: '#3 Gone', taskId: null });
  expect(saidBy('comment.deleted', { id: 'c', task_id: 'x' }, {}, 'workspace')).toEqual([
    'deleted a comment on a deleted task',
  ]);
});

test('the workspace, its columns, labels and people', () => {
  expect(saidBy('workspace.updated', {}, { name: { from: 'Post', to: 'Letters' } })).toEqual([
    'renamed the workspace from Post to Letters',
  ]);
  expect(saidBy('column.updated', { name: 'Done' }, { done: { from: false, to: true } })).toEqual([
    'made Done a column for what is done',
  ]);
  expect(saidBy('member.updated', { user_id: grace, name: 'Grace', role: 'admin' })).toEqual([
    'made Grace an admin',
  ]);
  expect(saidBy('member.removed', { user_id: 'x' })).toEqual(['removed a former member from the workspace']);
});

test('what nobody would miss is not told', () => {
  expect(saidBy('task.moved', task(), { rank: { from: 'A', to: 'B' } })).toEqual([]);
  expect(saidBy('weather.changed', {})).toEqual([]);
});
