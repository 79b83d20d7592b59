import { beforeEach, expect, test } from 'vitest';
import { Assigned, followedWorkspacesMax } from './Assigned';
import { Feed, type LogReader } from './Feed';
import type { Id, Task } from './model';
import type { Operation } from './operation';
import type { LiveEvent } from './protocol';
import type { Tasks } from './tasks';

const me = 'ada';

function task(id: Id, workspace_id: Id | null = 'launch', fields: Partial<Task> = {}): Task {
  return { id, workspace_id, title: id, rank: 'a', assigned_to: me, completed_at: null, ...fields } as Task;
}

let listed: Task[];
let pending: Operation[];
let feeds: Map<Id, Feed<Tasks>>;
let fails: boolean;

beforeEach(() => {
  [listed, pending, feeds, fails] = [[], [], new Map(), false];
});

function open(): Assigned {
  return new Assigned({
    userId: me,
    read: async () => (fails ? Promise.reject(new Error('away')) : listed),
    readWorkspace: async (id) => ({
      tasks: listed.filter(({ workspace_id }) => workspace_id === id),
      position: { epoch: 'e', seq: 10 },
    }),
    live: {
      follow: (reader: LogReader<Tasks>) => {
        const feed = new Feed(reader, {
          send: () => true,
          onChange: () => undefined,
          onApplied: () => undefined,
        });
        feeds.set(reader.logId ?? '', feed);
        feed.load();
        return feed;
      },
      unfollow: (id) => feeds.delete(id ?? ''),
      outbox: { pending: () => pending },
    },
    onChange: () => undefined,
  });
}

async function following(...workspaceIds: Id[]): Promise<Assigned> {
  const assigned = open();
  await assigned.load();
  assigned.follow(workspaceIds);
  await new Promise((resolve) => setTimeout(resolve));
  return assigned;
}

let seq = 10;
function hear(workspaceId: Id, type: LiveEvent['type'], data: object): void {
  const feed = feeds.get(workspaceId);
  seq = (feed?.position?.seq ?? 0) + 1;
  feed?.apply({ type, workspace_id: workspaceId, seq, data });
}
const titles = (assigned: Assigned) => assigned.tasks?.map(({ title }) => title);

test('nothing is known until it has been read; personal tasks are not among it', async () => {
  listed = [task('plan'), task('own', null)];
  const assigned = open();
  expect(assigned.tasks).toBeNull();
  await assigned.load();
  expect(titles(assigned)).toEqual(['plan']);
});

test('changes by others show, tasks of others do not', async () => {
  listed = [task('plan')];
  const assigned = await following('launch');
  hear('launch', 'task.updated', task('plan', 'launch', { title: 'Plan B' }));
  hear('launch', 'task.created', task('theirs', 'launch', { assigned_to: 'grace' }));
  hear('launch', 'task.assigned', task('new'));
  expect(titles(assigned)).toEqual(['Plan B', 'new']);
});

test.each([
  ['task.assigned', { assigned_to: 'grace' }],
  ['task.completed', { completed_at: '2027-01-01T00:00:00Z' }],
  ['task.deleted', {}],
] as const)('after %s it is gone', async (type, fields) => {
  listed = [task('plan')];
  const assigned = await following('launch');
  hear('launch', type, type === 'task.deleted' ? { id: 'plan' } : task('plan', 'launch', fields));
  expect(titles(assigned)).toEqual([]);
});

test('what is reopened comes back', async () => {
  const assigned = await following('launch');
  hear('launch', 'task.reopened', task('plan'));
  expect(titles(assigned)).toEqual(['plan']);
});

test('what one has just completed is gone at once', async () => {
  listed = [task('plan')];
  const assigned = await following('launch');
  const base = { id: 'o', workspace_id: 'launch', made_at: '2027-01-01T00:00:00Z', made_by: me };
  pending = [{ ...base, type: 'task.complete', data: { task_id: 'plan' } }];
  expect(titles(assigned)).toEqual([]);
});

test('who is shown out of a workspace has no tasks there', async () => {
  listed = [task('plan')];
  const assigned = await following('launch');
  feeds.get('launch')?.ended();
  expect(titles(assigned)).toEqual([]);
});

test('only so many workspaces are followed, first those with something assigned', async () => {
  listed = [task('plan', 'w20')];
  await following(...Array.from({ length: 30 }, (_, index) => `w${index}`));
  expect(feeds.size).toBe(followedWorkspacesMax);
  expect(feeds.has('w20')).toBe(true);
});

test('a workspace that is left is followed no more', async () => {
  const assigned = await following('launch', 'other');
  assigned.follow(['other']);
  expect([...feeds.keys()]).toEqual(['other']);
});

test('the list stays the same while nothing changes, and says when it cannot be read', async () => {
  listed = [task('plan')];
  const assigned = await following('launch');
  expect(assigned.tasks).toBe(assigned.tasks);
  fails = true;
  await assigned.load();
  expect(assigned.failed).toBe(true);
  expect(titles(assigned)).toEqual(['plan']);
});
