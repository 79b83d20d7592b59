import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Presence } from './Presence';
import type { Signal, Typing } from './protocol';
import { grace, person, workspaceId } from './testing/fakes';

let sent: Signal[];
let changes: number;
let presence: Presence;

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  changes = 0;
  presence = new Presence({ send: (signal) => sent.push(signal) > 0, onChange: () => changes++ });
  presence.began({ workspace_id: workspaceId, presence: [person()] });
  changes = 0;
});

afterEach(() => {
  presence.close();
  vi.useRealTimers();
});

const typing = (data: Partial<Typing['data']> = {}) =>
  presence.receive({
    type: 'typing',
    workspace_id: workspaceId,
    data: {
      user_id: grace,
      name: 'Grace',
      task_id: 't1',
      field: 'comment',
      active: true,
      expires_in_ms: 6000,
      ...data,
    },
  });
const typists = () => presence.typists.list.map(({ name, field }) => `${name} ${field}`);
const said = () =>
  sent.flatMap((signal) => (signal.type === 'typing' ? [`${signal.data.field} ${signal.data.active}`] : []));

test('somebody typing is forgotten by itself', () => {
  typing();
  expect(typists()).toEqual(['Grace comment']);
  vi.advanceTimersByTime(5999);
  expect(typists()).toEqual(['Grace comment']);
  vi.advanceTimersByTime(1);
  expect(typists()).toEqual([]);
  expect(changes).toBe(2);
});

test('typing on lasts on, without telling anything new', () => {
  typing();
  vi.advanceTimersByTime(4000);
  typing();
  vi.advanceTimersByTime(4000);
  expect(typists()).toEqual(['Grace comment']);
  expect(changes).toBe(1);
});

test('each field expires at its own time', () => {
  typing();
  vi.advanceTimersByTime(2000);
  typing({ field: 'title' });
  vi.advanceTimersByTime(4000);
  expect(typists()).toEqual(['Grace title']);
});

test('who stops, or leaves, types no more', () => {
  typing();
  typing({ active: false });
  expect(typists()).toEqual([]);
  typing();
  const left = { user_id: grace, last_seen_at: '' };
  presence.receive({ type: 'presence.user_left', workspace_id: workspaceId, data: left });
  expect(typists()).toEqual([]);
});

test('keys are told every three seconds at most', () => {
  presence.look(workspaceId, 't1');
  for (let key = 0; key < 70; key++) {
    presence.type('comment');
    vi.advanceTimersByTime(100);
  }
  expect(said()).toEqual(['comment true', 'comment true', 'comment true']);
});

test('stopping is told once, and only where something was typed', () => {
  presence.look(workspaceId, 't1');
  presence.stopTyping();
  presence.type('title');
  presence.stopTyping();
  presence.stopTyping();
  expect(said()).toEqual(['title true', 'title false']);
});

test('going on in another field ends the first', () => {
  presence.look(workspaceId, 't1');
  presence.type('title');
  presence.type('comment');
  expect(said()).toEqual(['title true', 'title false', 'comment true']);
});

test('typing is told only of the task on the screen', () => {
  presence.type('comment');
  expect(sent).toEqual([]);
  presence.look(workspaceId, 't1');
  presence.type('comment');
  presence.lookAway();
  expect(said()).toEqual(['comment true', 'comment false']);
  expect(sent.at(-1)).toMatchObject({ type: 'viewing', data: { task_id: null } });
});

test('a workspace that is not followed any more has nobody in it', () => {
  presence.ended(workspaceId);
  presence.receive({ type: 'presence.user_joined', workspace_id: workspaceId, data: person() });
  expect(presence.people(workspaceId).size).toBe(0);
});
