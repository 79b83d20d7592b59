import { beforeEach, expect, test, vi } from 'vitest';
import { ApiError } from './ApiError';
import { Feed } from './Feed';
import type { Position } from './model';
import type { ClientMessage } from './protocol';
import { event, workspaceId } from './testing/fakes';

let feed: Feed<string[]>;
let sent: ClientMessage[];
let snapshots: (Error | Position)[];
let connected: boolean;

beforeEach(() => {
  sent = [];
  connected = true;
  snapshots = [{ epoch: 'e', seq: 10 }];
  feed = new Feed<string[]>(
    {
      logId: workspaceId,
      snapshot: async () => {
        const position = snapshots.shift();
        if (position === undefined || position instanceof Error) throw position;
        return { state: [`snapshot ${position.seq}`], position };
      },
      reduce: (state, { seq }) => [...state, `event ${seq}`],
    },
    {
      send: (message) => connected && sent.push(message) > 0,
      onChange: () => undefined,
      onApplied: () => undefined,
    },
  );
});

const lastSubscribe = () => sent.findLast((message) => message.type === 'subscribe');
const answer = (recovered: boolean, seq = 10) =>
  feed.subscribed({
    type: 'subscribed',
    id: String(lastSubscribe()?.id),
    workspace_id: workspaceId,
    epoch: 'e',
    seq,
    recovered,
  });
const created = (seq: number) => event(seq, 'task.created', {});

test('it takes a snapshot and subscribes from there', async () => {
  await feed.load();
  expect(lastSubscribe()).toMatchObject({ workspace_id: workspaceId, since: 10, epoch: 'e' });
  expect(feed.status).toBe('ready');
});

test('it applies what comes next', async () => {
  await feed.load();
  feed.apply(created(11));
  feed.apply(created(12));
  expect(feed.state).toEqual(['snapshot 10', 'event 11', 'event 12']);
  expect(feed.position).toEqual({ epoch: 'e', seq: 12 });
});

test('it drops what it knows', async () => {
  await feed.load();
  feed.apply(created(9));
  feed.apply(created(10));
  feed.apply(created(11));
  feed.apply(created(11));
  expect(feed.state).toEqual(['snapshot 10', 'event 11']);
});

test('on a gap it subscribes again from what it has, once', async () => {
  await feed.load();
  answer(true);
  feed.apply(created(11));
  feed.apply(created(13));
  feed.apply(created(14));
  expect(sent).toHaveLength(2);
  expect(lastSubscribe()).toMatchObject({ since: 11 });
  expect(feed.state).toEqual(['snapshot 10', 'event 11']);
});

test('a heartbeat that knows of more makes it ask', async () => {
  await feed.load();
  answer(true);
  feed.head(10);
  expect(sent).toHaveLength(1);
  feed.head(12);
  expect(lastSubscribe()).toMatchObject({ since: 10 });
});

test('a new connection goes on from the last position without a snapshot', async () => {
  await feed.load();
  feed.apply(created(11));
  feed.connected();
  expect(lastSubscribe()).toMatchObject({ since: 11, epoch: 'e' });
  expect(feed.state).toEqual(['snapshot 10', 'event 11']);
});

test('what is not kept any more is read anew', async () => {
  await feed.load();
  snapshots.push({ epoch: 'f', seq: 3 });
  answer(false);
  await vi.waitFor(() => expect(feed.position).toEqual({ epoch: 'f', seq: 3 }));
  expect(feed.state).toEqual(['snapshot 3']);
  expect(lastSubscribe()).toMatchObject({ since: 3, epoch: 'f' });
});

test('events that come while a snapshot is under way are left to the subscription after it', async () => {
  await feed.load();
  snapshots.push({ epoch: 'e', seq: 20 });
  const loading = feed.load();
  feed.apply(created(11));
  await loading;
  expect(feed.state).toEqual(['snapshot 20']);
  expect(lastSubscribe()).toMatchObject({ since: 20 });
});

test('an answer to an older subscription is not mistaken for this one', async () => {
  await feed.load();
  feed.connected();
  feed.subscribed({
    type: 'subscribed',
    id: 'old',
    workspace_id: workspaceId,
    epoch: 'e',
    seq: 1,
    recovered: false,
  });
  expect(feed.position?.seq).toBe(10);
});

test('without a connection it shows the snapshot and subscribes once connected', async () => {
  connected = false;
  await feed.load();
  expect(feed.state).toEqual(['snapshot 10']);
  connected = true;
  feed.connected();
  expect(lastSubscribe()).toMatchObject({ since: 10 });
});

test('a workspace that is not there is gone', async () => {
  snapshots = [new ApiError(404, 'not_found', 'Not found')];
  await feed.load();
  expect(feed.status).toBe('gone');
});

test('a subscription refused as not found is gone', async () => {
  await feed.load();
  feed.failed({ type: 'error', id: String(lastSubscribe()?.id), code: 'not_found', message: '' });
  expect(feed.status).toBe('gone');
});

test('a first look that fails says so and tries again by itself', async () => {
  vi.useFakeTimers();
  snapshots = [ApiError.network(), { epoch: 'e', seq: 10 }];
  await feed.load();
  expect(feed.status).toBe('failed');
  await vi.advanceTimersByTimeAsync(2_000);
  expect(feed.status).toBe('ready');
  vi.useRealTimers();
});

test('a board on the screen stays there when reading it anew fails', async () => {
  await feed.load();
  snapshots = [ApiError.network()];
  await feed.load();
  expect(feed.status).toBe('ready');
  expect(feed.state).toEqual(['snapshot 10']);
  feed.close();
});
