import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Feed } from './Feed';
import { Live } from './Live';
import type { Task } from './model';
import { withPending } from './optimistic';
import { reduceTasks, type Tasks } from './tasks';
import { ada, event, FakeServer, person, task, workspaceId } from './testing/fakes';

let server: FakeServer;
let live: Live;
let feed: Feed<Tasks>;
let changes: number;
let rejected: string[];
let snapshotSeq: number;

beforeEach(async () => {
  vi.useFakeTimers();
  server = new FakeServer();
  changes = 0;
  rejected = [];
  snapshotSeq = 10;
  live = new Live({
    userId: ada,
    transports: { native: server.open, fallback: server.open, fallbackAnswers: async () => false },
    token: async () => 'token',
    onState: () => undefined,
    onChange: () => changes++,
    onRejected: (_, { code }) => rejected.push(code),
  });
  live.open();
  feed = live.follow<Tasks>({
    logId: workspaceId,
    snapshot: async () => ({ state: new Map(), position: { epoch: 'e', seq: snapshotSeq } }),
    reduce: reduceTasks,
  });
  await settle();
  server.latest.welcome();
  subscribed();
});

afterEach(() => {
  live.close();
  vi.useRealTimers();
});

const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms);
const subscribed = () => {
  const id = server.latest.last('subscribe')?.id;
  const answer = { type: 'subscribed', id, workspace_id: workspaceId, epoch: 'e' };
  server.latest.say({ ...answer, seq: snapshotSeq, recovered: true });
};
const create = (id = 't1') =>
  live.run(workspaceId, { type: 'task.create', data: { id, title: 'Write the letter', column_id: 'todo' } });
const ack = (id: string, seq: number, data: Task) =>
  server.latest.say({ type: 'ack', id, workspace_id: workspaceId, seq, data });
const view = () =>
  withPending(feed.state ?? new Map(), live.outbox.pending(workspaceId), {
    columns: [{ id: 'todo', name: 'To do', rank: 'A', done: false }],
  });

test('a change shows before the server knows of it', () => {
  create();
  expect(view().get('t1')?.title).toBe('Write the letter');
  expect(feed.state?.size).toBe(0);
});

test('the answer stands in the place of the event', () => {
  const { id } = create();
  ack(id, 11, task());
  expect(feed.position?.seq).toBe(11);
  expect(feed.state?.get('t1')?.number).toBe(1);
  expect(live.outbox.pending(workspaceId)).toEqual([]);
});

test('an event carrying the operation id confirms it when the answer was lost', () => {
  const { id } = create();
  server.latest.say(event(11, 'task.created', task(), id));
  expect(live.outbox.pending(workspaceId)).toEqual([]);
  expect(view().size).toBe(1);
});

test('an old answer repeated confirms and changes nothing', () => {
  server.latest.say(event(11, 'task.created', task({ version: 7 })));
  const { id } = create('t1');
  ack(id, 11, task({ version: 1 }));
  expect(live.outbox.pending(workspaceId)).toEqual([]);
  expect(feed.state?.get('t1')?.version).toBe(7);
});

test('an answer ahead of the log keeps showing while the rest is fetched', () => {
  const { id } = create();
  ack(id, 13, task());
  expect(view().has('t1')).toBe(true);
  expect(server.latest.last('subscribe')).toMatchObject({ since: 10 });
  server.latest.say(event(11, 'task.created', task({ id: 'x' })));
  server.latest.say(event(12, 'task.created', task({ id: 'y' })));
  server.latest.say(event(13, 'task.created', task(), id));
  expect(live.outbox.pending(workspaceId)).toEqual([]);
  expect(view().size).toBe(3);
});

test('a refusal rolls back and tells why', () => {
  const { id } = create();
  server.latest.say({ type: 'error', id, code: 'forbidden', message: 'No' });
  expect(view().size).toBe(0);
  expect(rejected).toEqual(['forbidden']);
});

test('after a lost line the log goes on from its position and unanswered changes go again', async () => {
  server.latest.say(event(11, 'task.created', task({ id: 'x' })));
  const { id } = create();
  server.latest.hangUp(1006);
  create('t2');
  await settle(250);
  server.latest.welcome();
  expect(server.latest.last('subscribe')).toMatchObject({ since: 11, epoch: 'e' });
  expect(server.latest.received.filter(({ type }) => type === 'task.create')).toHaveLength(2);
  expect(server.latest.received.find(({ type }) => type === 'task.create')?.id).toBe(id);
  expect(view().size).toBe(3);
});

test('heads in a heartbeat bring back what was missed', () => {
  server.latest.say({ type: 'heartbeat', heads: { [workspaceId]: 12, me: 3 } });
  expect(server.latest.last('subscribe')).toMatchObject({ since: 10 });
});

test('a resync reads everything anew', async () => {
  snapshotSeq = 900;
  server.latest.say({ type: 'resync', workspace_id: workspaceId, epoch: 'e', seq: 900 });
  await settle();
  expect(feed.position?.seq).toBe(900);
});

test('removed from the workspace, the feed is gone', () => {
  server.latest.say({ type: 'unsubscribed', workspace_id: workspaceId, code: 'not_found' });
  expect(feed.status).toBe('gone');
});

test("the person's own log is the one without a workspace", async () => {
  const own = live.follow<Tasks>({
    logId: null,
    snapshot: async () => ({ state: new Map(), position: { epoch: 'e', seq: 0 } }),
    reduce: reduceTasks,
  });
  await settle();
  server.latest.say({ ...event(1, 'task.created', task({ workspace_id: null })), workspace_id: null });
  expect(own.state?.size).toBe(1);
  expect(feed.state?.size).toBe(0);
});

test('many changes in one turn are told once', async () => {
  await settle();
  const before = changes;
  create('a');
  create('b');
  await settle();
  expect(changes).toBe(before + 1);
});

test('a change over REST makes a feed without a connection read anew', async () => {
  server.latest.hangUp(4429);
  snapshotSeq = 42;
  live.changedOverRest(workspaceId);
  await settle();
  expect(feed.position?.seq).toBe(42);
});

test('who listens to a log hears what was applied, and when to read anew', async () => {
  const heard: (number | null)[] = [];
  const stop = live.listen(workspaceId, (happened) => heard.push(happened?.seq ?? null));
  server.latest.say(event(11, 'comment.created', { id: 'c', task_id: 't1' }));
  server.latest.say(event(11, 'comment.created', { id: 'c', task_id: 't1' }));
  snapshotSeq = 900;
  server.latest.say({ type: 'resync', workspace_id: workspaceId, epoch: 'e', seq: 900 });
  await settle();
  stop();
  server.latest.say(event(901, 'comment.created', { id: 'd', task_id: 't1' }));
  expect(heard).toEqual([11, null]);
});

const signals = (type: string) => server.latest.received.filter((message) => message.type === type);
const names = () => [...live.presence.people(workspaceId).values()].map(({ name }) => name);

test('the answer to a subscription says who is there, and messages keep it current', () => {
  server.latest.say({ type: 'presence.user_joined', workspace_id: workspaceId, data: person() });
  expect(names()).toEqual(['Grace']);
  const left = { user_id: person().user_id, last_seen_at: '' };
  server.latest.say({ type: 'presence.user_left', workspace_id: workspaceId, data: left });
  expect(names()).toEqual([]);
});

test('who was there stays while the connection is away, until the next one tells anew', async () => {
  server.latest.say({ type: 'presence.user_joined', workspace_id: workspaceId, data: person() });
  server.latest.hangUp(1006);
  expect(names()).toEqual(['Grace']);
  await settle(250);
  server.latest.welcome();
  subscribed();
  expect(names()).toEqual([]);
});

test('a new connection is told which task is on the screen, once its subscription is live', async () => {
  live.presence.look(workspaceId, 't1');
  server.latest.hangUp(1006);
  await settle(250);
  server.latest.welcome();
  expect(signals('viewing')).toEqual([]);
  subscribed();
  expect(signals('viewing')).toMatchObject([{ workspace_id: workspaceId, data: { task_id: 't1' } }]);
});

test('what is said of oneself waits for no connection', async () => {
  live.presence.look(workspaceId, 't1');
  server.latest.hangUp(1006);
  live.presence.type('comment');
  live.presence.lookAway();
  await settle(250);
  server.latest.welcome();
  subscribed();
  expect([...signals('viewing'), ...signals('typing')]).toEqual([]);
  expect(live.outbox.unansweredCount).toBe(0);
});

test('who is away from the device says so at once, with every heartbeat and on every connection', async () => {
  live.setActive(false);
  await settle(30_000);
  expect(signals('heartbeat')).toEqual([
    { type: 'heartbeat', active: false },
    { type: 'heartbeat', active: false },
  ]);
  server.latest.hangUp(1006);
  await settle(250);
  server.latest.welcome();
  expect(server.latest.last('heartbeat')).toEqual({ type: 'heartbeat', active: false });
  live.setActive(true);
  expect(server.latest.last('heartbeat')).toEqual({ type: 'heartbeat', active: true });
  await settle(30_000);
  expect(server.latest.last('heartbeat')).toEqual({ type: 'heartbeat' });
});

test('what happened while there was no connection is told apart from what happens now', async () => {
  const heard: [number | undefined, boolean][] = [];
  live.listen(workspaceId, (happened, replayed) => heard.push([happened?.seq, replayed]));
  server.latest.say(event(11, 'task.created', task()));
  server.latest.hangUp(1006);
  await settle(20_000);
  server.latest.welcome();
  snapshotSeq = 12;
  subscribed();
  server.latest.say(event(12, 'task.updated', task()));
  server.latest.say(event(13, 'task.updated', task()));
  expect(heard).toEqual([
    [11, false],
    [12, true],
    [13, false],
  ]);
});
