import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { LiveSocket } from './LiveSocket';
import type { FakeServer } from './testing/fakes';
import { SocketOnFakes } from './testing/SocketOnFakes';

let fakes: SocketOnFakes;
let server: FakeServer;
let sockJs: FakeServer;
let socket: LiveSocket;

beforeEach(() => {
  vi.useFakeTimers();
  fakes = new SocketOnFakes();
  ({ server, sockJs, socket } = fakes);
});

afterEach(() => {
  socket.close();
  vi.useRealTimers();
});

const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms);
const state = () => fakes.state;
const minute = 60_000;

async function fallBackToPolling() {
  socket.open();
  await settle();
  server.latest.hangUp(1006);
  await settle(250);
  server.latest.hangUp(1006);
  await settle(500);
  sockJs.latest.welcome({ heartbeat_interval: 3600 }, 'polling');
}

// --- ways that are blocked

test('a WebSocket nobody answers is given up once HTTP gets through', async () => {
  socket.open();
  await settle(5_000);
  expect(server.connections[0]?.closed).toBe(true);
  await settle(250);
  sockJs.latest.welcome({}, 'streaming');
  expect(state()).toEqual({ kind: 'live', transport: 'streaming', detour: 'unanswered', cuts: null });
});

test('a WebSocket that opens and carries nothing leads to SockJS', async () => {
  socket.open();
  await settle();
  server.latest.accept();
  await settle(10_250);
  server.latest.accept();
  await settle(10_500);
  sockJs.latest.welcome({}, 'streaming');
  expect(state()).toMatchObject({ kind: 'live', detour: 'silent' });
});

test.each([1006, 1000, 1005])(
  'a WebSocket that is let in and cut at once with %i, three times, leads to SockJS',
  async (code) => {
    socket.open();
    await settle();
    for (const delayMs of [250, 500, 1000]) {
      server.latest.welcome();
      await settle(2_000);
      server.latest.hangUp(code);
      await settle(delayMs);
    }
    expect(server.connections).toHaveLength(3);
    sockJs.latest.welcome({}, 'polling');
    expect(state()).toMatchObject({ kind: 'live', transport: 'polling', detour: 'cut' });
  },
);

test('lines that last in between are no reason to leave WebSockets', async () => {
  socket.open();
  await settle();
  for (const ageMs of [2_000, 2_000, 12_000, 2_000, 2_000]) {
    server.latest.welcome();
    await settle(ageMs);
    server.latest.hangUp(1006);
    await settle(1_000);
  }
  expect(sockJs.connections).toHaveLength(0);
});

test('a server that starts again just then is not taken for a blocked WebSocket', async () => {
  fakes.httpAnswers = false;
  socket.open();
  await settle();
  server.latest.hangUp(1006);
  await settle(250);
  fakes.httpAnswers = true;
  server.latest.hangUp(1006);
  await settle(500);
  expect(server.connections).toHaveLength(3);
  expect(sockJs.connections).toHaveLength(0);
});

test('where SockJS fails as well a WebSocket gets its turn again', async () => {
  socket.open();
  await settle();
  server.latest.hangUp(1006);
  await settle(250);
  server.latest.hangUp(1006);
  await settle(500);
  sockJs.latest.hangUp(1006);
  await settle(1_000);
  sockJs.latest.hangUp(1006);
  await settle(1_500);
  expect(sockJs.connections).toHaveLength(2);
  expect(server.connections).toHaveLength(3);
});

test('SockJS has the time to try all it knows', async () => {
  socket.open();
  await settle(5_250);
  await settle(19_000);
  expect(sockJs.connections).toHaveLength(1);
  expect(sockJs.latest.closed).toBe(false);
});

// --- the way back

test('while polling, a WebSocket that works again takes over', async () => {
  await fallBackToPolling();
  await settle(3 * minute);
  const probe = server.latest;
  probe.accept();
  await settle(6_000);
  expect(probe.types()).toEqual(['heartbeat']);
  expect(sockJs.latest.closed).toBe(false);
  probe.hangUp(4401);
  await settle();
  expect(sockJs.latest.closed).toBe(true);
  server.latest.welcome();
  expect(state()).toMatchObject({ kind: 'live', transport: 'websocket', detour: null });
});

test('a WebSocket that is cut while it is tried changes nothing', async () => {
  await fallBackToPolling();
  await settle(3 * minute);
  server.latest.accept();
  await settle(3_000);
  server.latest.hangUp(1006);
  await settle();
  expect(sockJs.latest.closed).toBe(false);
  expect(sockJs.connections).toHaveLength(1);
});

test('polling gives way to a stream where one gets through', async () => {
  await fallBackToPolling();
  fakes.streamsPass = true;
  await settle(3 * minute);
  server.latest.hangUp(1006);
  await settle();
  expect(sockJs.connections).toHaveLength(2);
  expect(sockJs.connections[0]?.closed).toBe(true);
});

test('a stream that ends every minute does not put it off', async () => {
  await fallBackToPolling();
  for (let time = 0; time < 3; time += 1) {
    await settle(minute);
    sockJs.latest.hangUp(1006);
    await settle(500);
    sockJs.latest.welcome({ heartbeat_interval: 3600 }, 'streaming');
  }
  await settle(minute / 2);
  expect(server.connections).toHaveLength(3);
});

test('another network is tried at once, and what works goes on', async () => {
  await fallBackToPolling();
  window.dispatchEvent(new Event('online'));
  await settle();
  expect(server.connections).toHaveLength(3);
  expect(sockJs.latest.closed).toBe(false);
});

test('nothing is tried while nobody looks', async () => {
  await fallBackToPolling();
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  await settle(10 * minute);
  expect(server.connections).toHaveLength(2);
});
