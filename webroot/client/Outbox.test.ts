import { beforeEach, expect, test, vi } from 'vitest';
import { Outbox } from './Outbox';
import type { ClientMessage, CommandError } from './protocol';
import { operation, workspaceId } from './testing/fakes';

let sent: ClientMessage[];
let connected: boolean;
let rejected: { code: string; dropped: string[] }[];
let position: number | null;
let outbox: Outbox;

beforeEach(() => {
  sent = [];
  connected = true;
  rejected = [];
  position = null;
  outbox = new Outbox({
    send: (message) => connected && sent.push(message) > 0,
    position: () => position,
    isAttended: () => true,
    retry: () => undefined,
    onChange: () => undefined,
    onRejected: (_, { code }, dropped) => rejected.push({ code, dropped: dropped.map(({ id }) => id) }),
  });
});

const create = operation('op-1', { type: 'task.create', data: { id: 't1', title: 'New' } });
const rename = operation('op-2', { type: 'task.update', data: { task_id: 't1', title: 'Newer' } });
const other = operation('op-3', { type: 'task.complete', data: { task_id: 't2' } });
const refused = (id: string, code: string, data = {}): CommandError => ({
  type: 'error',
  id,
  code,
  message: '',
  data,
});
const sentIds = () => sent.map((message) => ('id' in message ? message.id : ''));
const pendingIds = () => outbox.pending(workspaceId).map(({ id }) => id);

test('an operation goes out at once, as the command and nothing more', () => {
  outbox.add(create);
  expect(sent).toEqual([
    { type: 'task.create', id: 'op-1', workspace_id: workspaceId, data: { id: 't1', title: 'New' } },
  ]);
});

test('a change waits for the creation it builds on, others do not', () => {
  outbox.add(create);
  outbox.add(rename);
  outbox.add(other);
  expect(sentIds()).toEqual(['op-1', 'op-3']);
  outbox.answered('op-1', 5, 1);
  expect(sentIds()).toEqual(['op-1', 'op-3', 'op-2']);
});

test('made without a connection, operations go out in order once there is one', () => {
  connected = false;
  outbox.add(create);
  outbox.add(other);
  connected = true;
  outbox.reconnected();
  expect(sentIds()).toEqual(['op-1', 'op-3']);
});

test('what was not answered goes again after a reconnect, with the same id', () => {
  outbox.add(create);
  outbox.reconnected();
  expect(sentIds()).toEqual(['op-1', 'op-1']);
});

test('what was acknowledged is not sent again and stays until the log has come so far', () => {
  position = 6;
  outbox.add(create);
  outbox.answered('op-1', 7, 1);
  outbox.reconnected();
  expect(sentIds()).toEqual(['op-1']);
  outbox.reached(workspaceId, 6);
  expect(pendingIds()).toEqual(['op-1']);
  outbox.reached(workspaceId, 7);
  expect(pendingIds()).toEqual([]);
});

test('what the log shows already is done with at once', () => {
  position = 7;
  outbox.add(create);
  outbox.answered('op-1', 7, 1);
  expect(pendingIds()).toEqual([]);
  outbox.reconnected();
  expect(sentIds()).toEqual(['op-1']);
});

test('a refusal drops the operation and tells why', () => {
  outbox.add(other);
  expect(outbox.failed(refused('op-3', 'forbidden'))).toBe(true);
  expect(pendingIds()).toEqual([]);
  expect(rejected).toEqual([{ code: 'forbidden', dropped: ['op-3'] }]);
});

test('a refused creation takes along what built on it', () => {
  outbox.add(create);
  outbox.add(rename);
  outbox.add(other);
  outbox.failed(refused('op-1', 'limit_reached'));
  expect(pendingIds()).toEqual(['op-3']);
  expect(rejected).toEqual([{ code: 'limit_reached', dropped: ['op-1', 'op-2'] }]);
});

test('too fast is no refusal: it waits as long as it was told and sends again', () => {
  vi.useFakeTimers();
  outbox.add(create);
  outbox.failed(refused('op-1', 'too_many_requests', { retry_after_ms: 900 }));
  outbox.add(other);
  expect(sentIds()).toEqual(['op-1']);
  vi.advanceTimersByTime(900);
  expect(sentIds()).toEqual(['op-1', 'op-1', 'op-3']);
  expect(rejected).toEqual([]);
  vi.useRealTimers();
});

test('an error about something else is not taken for one of these', () => {
  expect(outbox.failed(refused('subscription', 'not_found'))).toBe(false);
});

test('an operation that got through before a crash under another form is done with', () => {
  outbox.add(rename);
  expect(outbox.failed(refused('op-2', 'operation_reused'))).toBe(true);
  expect(pendingIds()).toEqual([]);
  expect(rejected).toEqual([]);
});

test('it counts what the server has not answered', () => {
  outbox.add(create);
  outbox.add(other);
  outbox.answered('op-1', 7, 1);
  expect(outbox.unansweredCount).toBe(1);
});

test('a change made on top of one under way goes on from the version that one made', () => {
  const tick = (id: string, version: number, title: string) =>
    operation(id, { type: 'task.update', data: { task_id: 't1', version, title } });
  outbox.add(tick('op-1', 5, 'One'));
  outbox.add(tick('op-2', 5, 'Two'));
  outbox.add(tick('op-3', 5, 'Three'));
  outbox.answered('op-1', null, 6);
  outbox.answered('op-2', null, 7);
  expect(sent.map((message) => 'data' in message && message.data)).toMatchObject([
    { version: 5 },
    { version: 6 },
    { version: 7 },
  ]);
});

test('a change does not go on past what somebody else changed in between', () => {
  const update = (id: string) =>
    operation(id, { type: 'task.update', data: { task_id: 't1', version: 5, title: id } });
  outbox.add(update('op-1'));
  outbox.add(update('op-2'));
  outbox.answered('op-1', null, 7);
  expect(sent.at(-1)).toMatchObject({ id: 'op-2', data: { version: 5 } });
});

const say = operation('op-4', {
  type: 'comment.create',
  data: { id: 'c1', task_id: 't1', text: 'Hi', mentions: [] },
});
const correct = operation('op-5', { type: 'comment.update', data: { comment_id: 'c1', text: 'Hello' } });

test('a comment waits for the task it is about, and a correction for the comment', () => {
  outbox.add(create);
  outbox.add(say);
  outbox.add(correct);
  expect(sentIds()).toEqual(['op-1']);
  outbox.answered('op-1', null, 0);
  expect(sentIds()).toEqual(['op-1', 'op-4']);
  outbox.answered('op-4', null, 0);
  expect(sentIds()).toEqual(['op-1', 'op-4', 'op-5']);
});

test('a refused task takes along its comments and their corrections', () => {
  outbox.add(create);
  outbox.add(say);
  outbox.add(correct);
  outbox.add(other);
  outbox.failed(refused('op-1', 'limit_reached'));
  expect(rejected).toEqual([{ code: 'limit_reached', dropped: ['op-1', 'op-4', 'op-5'] }]);
});

test('a refused comment leaves its task alone', () => {
  outbox.add(say);
  outbox.add(correct);
  outbox.add(rename);
  outbox.failed(refused('op-4', 'forbidden'));
  expect(pendingIds()).toEqual(['op-2']);
});

test('that something was looked at does not count as unsaved work', () => {
  outbox.add(
    operation('op-6', { type: 'workspace.seen', data: { workspace_id: workspaceId, seq: 7 } }, null),
  );
  expect(sentIds()).toEqual(['op-6']);
  expect(outbox.unansweredCount).toBe(0);
});

test('what is larger than servers take is refused here, and what else there is goes out', () => {
  const title = '事'.repeat(100_000);
  outbox.add(operation('op-4', { type: 'task.update', data: { task_id: 't3', description: title } }));
  outbox.add(other);
  expect(rejected).toEqual([{ code: 'too_large', dropped: ['op-4'] }]);
  expect(sentIds()).toEqual(['op-3']);
});
