import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LiveSocket, type LiveState } from './LiveSocket';
import { FakeServer } from './testing/fakes';

let server: FakeServer;
let sockJs: FakeServer;
let socket: LiveSocket;
let states: LiveState[];
let tokens: boolean[];
let token: string | null;
let httpAnswers: boolean;

beforeEach(() => {
  vi.useFakeTimers();
  server = new FakeServer();
  sockJs = new FakeServer();
  states = [];
  tokens = [];
  token = 'token';
  httpAnswers = true;
  socket = new LiveSocket({
    transports: { native: server.open, fallback: sockJs.open, fallbackAnswers: async () => httpAnswers },
    token: async (fresh) => {
      tokens.push(fresh);
      return token;
    },
    onMessage: () => undefined,
    onState: (state) => states.push(state),
    random: () => 1,
  });
});

afterEach(() => {
  socket.close();
  vi.useRealTimers();
});

async function connect() {
  socket.open();
  await settle();
  server.latest.welcome();
}

const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms);
const state = () => states.at(-1);

test('it says who it is in the first message and is live with the welcome', async () => {
  await connect();
  expect(server.latest.received).toEqual([{ type: 'auth', token: 'token' }]);
  expect(state()).toEqual({ kind: 'live', transport: 'websocket', detour: null, cuts: null });
});

test('nothing is sent before the welcome', async () => {
  socket.open();
  await settle();
  expect(socket.send({ type: 'heartbeat' })).toBe(false);
});

test('a lost line is tried again within a quarter of a second', async () => {
  await connect();
  server.latest.hangUp(1006);
  await settle(250);
  expect(server.connections).toHaveLength(2);
});

test('failures in a row back off, and a connection that lasts starts over', async () => {
  await connect();
  server.latest.hangUp(1006);
  await settle(250);
  server.latest.hangUp(1006);
  await settle(499);
  expect(server.connections).toHaveLength(2);
  await settle(1);
  server.latest.welcome();
  await settle(10_000);
  server.latest.hangUp(1006);
  await settle(250);
  expect(server.connections).toHaveLength(4);
});

test('a server that welcomes and hangs up is not called upon without pause', async () => {
  await connect();
  for (const delayMs of [250, 500, 1000]) {
    server.latest.hangUp(1011);
    await settle(delayMs - 1);
    const before = server.connections.length;
    await settle(1);
    expect(server.connections).toHaveLength(before + 1);
    server.latest.welcome();
  }
});

test('a goodbye says when to come back', async () => {
  await connect();
  server.latest.say({ type: 'goodbye', data: { reconnect_after_ms: 740 } });
  server.latest.hangUp(1012);
  await settle(739);
  expect(server.connections).toHaveLength(1);
  await settle(1);
  expect(server.connections).toHaveLength(2);
});

test('after a goodbye nobody is there, and it goes on with backoff', async () => {
  await connect();
  server.latest.say({ type: 'goodbye', data: { reconnect_after_ms: 740 } });
  server.latest.hangUp(1012);
  await settle(740);
  server.latest.hangUp(1006);
  await settle(499);
  expect(server.connections).toHaveLength(2);
  await settle(1);
  expect(server.connections).toHaveLength(3);
});

test('a close code that comes ahead as a message counts like one', async () => {
  await connect();
  server.latest.say({ type: 'closing', code: 4401, reason: 'unauthorized' });
  await settle();
  expect(tokens).toEqual([false, true]);
  expect(server.connections).toHaveLength(2);
});

test('after 4401 it comes back at once with a fresh token', async () => {
  await connect();
  server.latest.hangUp(4401);
  await settle();
  expect(tokens).toEqual([false, true]);
  expect(server.connections).toHaveLength(2);
});

test('a fresh token refused as well backs off', async () => {
  await connect();
  server.latest.hangUp(4401);
  await settle();
  server.latest.hangUp(4401);
  await settle();
  expect(server.connections).toHaveLength(2);
  expect(state()?.kind).toBe('waiting');
});

test('with nobody signed in it stops', async () => {
  token = null;
  socket.open();
  await settle();
  expect(state()).toEqual({ kind: 'stopped', reason: 'signed-out' });
});

test('a code that would end the same way is not tried again', async () => {
  await connect();
  server.latest.hangUp(4403);
  await settle(120_000);
  expect(server.connections).toHaveLength(1);
  expect(state()).toEqual({
    kind: 'stopped',
    reason: 'refused',
    loss: { reason: 'origin', closeCode: 4403 },
  });
});

test('too many connections means a minute of patience', async () => {
  await connect();
  server.latest.hangUp(4429);
  await settle(59_999);
  expect(server.connections).toHaveLength(1);
  await settle(1_000);
  expect(server.connections).toHaveLength(2);
});

test('it beats as often as the welcome asks', async () => {
  await connect();
  await settle(30_000);
  expect(server.latest.types()).toEqual(['auth', 'heartbeat']);
});

test('a line that answers no heartbeat is given up', async () => {
  await connect();
  await settle(40_000);
  expect(server.connections[0]?.closed).toBe(true);
  expect(server.connections).toHaveLength(1);
  await settle(250);
  expect(server.connections).toHaveLength(2);
});

test('a server that never answers is given up, and so is one that never welcomes', async () => {
  httpAnswers = false;
  socket.open();
  await settle(5_250);
  expect(server.connections).toHaveLength(2);
  server.latest.accept();
  await settle(10_500);
  expect(server.connections).toHaveLength(3);
});

test('a token is renewed in-band a minute before it runs out', async () => {
  socket.open();
  await settle();
  const expires_at = new Date(Date.now() + 900_000).toISOString();
  server.latest.welcome({ expires_at, heartbeat_interval: 3600 });
  token = 'newer';
  await settle(840_000);
  expect(server.latest.last('auth')).toEqual({ type: 'auth', token: 'newer' });
  expect(server.connections).toHaveLength(1);
});

test('a network that comes back ends the waiting', async () => {
  await connect();
  server.latest.hangUp(4429);
  window.dispatchEvent(new Event('online'));
  await settle();
  expect(server.connections).toHaveLength(2);
});

test('a page that becomes visible asks at once whether the line still lives', async () => {
  await connect();
  document.dispatchEvent(new Event('visibilitychange'));
  expect(server.latest.types()).toEqual(['auth', 'heartbeat']);
  await settle(5_000);
  expect(server.connections[0]?.closed).toBe(true);
});

test('SockJS takes over when WebSockets cannot open but HTTP gets through', async () => {
  socket.open();
  await settle();
  server.latest.hangUp(1006);
  await settle(250);
  server.latest.hangUp(1006);
  await settle(500);
  expect(server.connections).toHaveLength(2);
  expect(sockJs.connections).toHaveLength(1);
});

test('a server that is down is no reason for SockJS', async () => {
  httpAnswers = false;
  socket.open();
  await settle();
  server.latest.hangUp(1006);
  await settle(250);
  server.latest.hangUp(1006);
  await settle(500);
  expect(server.connections).toHaveLength(3);
});

test('closed for good, it stays closed', async () => {
  await connect();
  socket.close();
  await settle(120_000);
  expect(server.connections).toHaveLength(1);
  expect(server.latest.closed).toBe(true);
});

test('one that has been closed can be opened again', async () => {
  await connect();
  socket.close();
  await connect();
  expect(state()?.kind).toBe('live');
});

test('what the app sends by itself while nobody is there does not look like somebody', async () => {
  await connect();
  socket.setActive(false);
  socket.send({ type: 'unsubscribe', id: '1', workspace_id: null });
  expect(server.latest.types().slice(-2)).toEqual(['unsubscribe', 'heartbeat']);
  expect(server.latest.last('heartbeat')).toEqual({ type: 'heartbeat', active: false });
  socket.setActive(true);
  socket.send({ type: 'unsubscribe', id: '2', workspace_id: null });
  expect(server.latest.types().at(-1)).toBe('unsubscribe');
});
