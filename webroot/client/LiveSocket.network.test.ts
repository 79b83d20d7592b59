import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LiveSocket, type LiveState } from './LiveSocket';
import { FakeServer } from './testing/fakes';

let server: FakeServer;
let sockJs: FakeServer;
let socket: LiveSocket;
let states: LiveState[];
let httpAnswers: boolean;
let streamsPass: boolean;

beforeEach(() => {
  vi.useFakeTimers();
  server = new FakeServer();
  sockJs = new FakeServer();
  states = [];
  httpAnswers = true;
  streamsPass = false;
  socket = new LiveSocket({
    transports: {
      native: server.open,
      fallback: sockJs.open,
      fallbackAnswers: async () => httpAnswers,
      streamsPass: async () => streamsPass,
    },
    token: async () => 'token',
    onMessage: () => undefined,
    onState: (state) => states.push(state),
    random: () => 1,
  });
});

afterEach(() => {
  socket.close();
  vi.useRealTimers();
});

const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms);
const state = () => states.at(-1);
const minute = 60_000;

async function connect() {
  socket.open();
  await settle();
  server.latest.welcome();
}

async function fallBackToPolling() {
  socket.open();
  await settle();
  server.latest.hangUp(1006);
  await settle(250);
  server.latest.hangUp(1006);
  await settle(500);
  sockJs.latest.welcome({ heartbeat_interval: 3600 }, 'polling');
}

function networkIs(online: boolean) {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(online);
  window.dispatchEvent(new Event(online ? 'online' : 'offline'));
}

/** Time passes, and no timer runs. */
function sleep(ms: number) {
  vi.setSystemTime(Date.now() + ms);
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
  httpAnswers = false;
  socket.open();
  await settle();
  server.latest.hangUp(1006);
  await settle(250);
  httpAnswers = true;
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
  streamsPass = true;
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
  networkIs(true);
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

// --- waking up

test('after sleep the line is asked, and kept when it answers', async () => {
  await connect();
  sleep(10 * minute);
  await settle(5_000);
  expect(server.latest.types()).toEqual(['auth', 'heartbeat']);
  server.latest.say({ type: 'heartbeat', heads: {} });
  await settle(20_000);
  expect(server.connections).toHaveLength(1);
});

test('after sleep a line that does not answer is replaced within seconds', async () => {
  await connect();
  sleep(10 * minute);
  await settle(10_250);
  expect(server.connections).toHaveLength(2);
});

test('a timer that comes late because of sleep asks before it gives up', async () => {
  await connect();
  await settle(29_000);
  sleep(10 * minute);
  await settle(3_000);
  expect(server.connections[0]?.closed).toBe(false);
  expect(server.latest.last('heartbeat')).toBeDefined();
});

test('signs that come together ask once', async () => {
  await connect();
  window.dispatchEvent(new Event('focus'));
  document.dispatchEvent(new Event('visibilitychange'));
  window.dispatchEvent(new Event('online'));
  expect(server.latest.types()).toEqual(['auth', 'heartbeat']);
});

test('a page out of the back/forward cache comes back at once', async () => {
  await connect();
  server.latest.hangUp(1006);
  const restored = new Event('pageshow');
  Object.defineProperty(restored, 'persisted', { value: true });
  window.dispatchEvent(restored);
  await settle();
  expect(server.connections).toHaveLength(2);
});

test('who comes too often is not brought back sooner by looking at the page', async () => {
  await connect();
  server.latest.hangUp(4429);
  window.dispatchEvent(new Event('focus'));
  await settle(1_000);
  expect(server.connections).toHaveLength(1);
});

test('however many signs there are, one attempt is under way', async () => {
  await connect();
  server.latest.hangUp(1006);
  for (let sign = 0; sign < 5; sign += 1) window.dispatchEvent(new Event('focus'));
  socket.retry();
  await settle(1_000);
  expect(server.connections).toHaveLength(2);
});

test('what was begun on the network before is begun anew on the next', async () => {
  socket.open();
  await settle(1_000);
  networkIs(true);
  await settle();
  expect(server.connections.map(({ closed }) => closed)).toEqual([true, false]);
});

// --- what is told

test('without a network it stays offline, however often it is tried', async () => {
  await connect();
  networkIs(false);
  server.latest.hangUp(1006);
  await settle(250);
  server.latest.hangUp(1006);
  await settle(500);
  expect(server.connections).toHaveLength(3);
  expect(states.slice(1).map(({ kind }) => kind)).not.toContain('waiting');
  expect(state()).toEqual({ kind: 'offline' });
});

test.each([
  [1006, 'cut'],
  [1012, 'restart'],
  [4408, 'silent'],
  [4409, 'too-many'],
] as const)('a line closed with %i is told as %s', async (closeCode, reason) => {
  await connect();
  server.latest.hangUp(closeCode);
  expect(state()).toMatchObject({ kind: 'waiting', loss: { reason, closeCode } });
});

test('a server that says goodbye restarts, whatever the code', async () => {
  await connect();
  server.latest.say({ type: 'goodbye', data: { reconnect_after_ms: 700 } });
  server.latest.hangUp(1006);
  expect(state()).toMatchObject({ loss: { reason: 'restart' } });
});

test('a server nobody reaches is told as such, also while it is tried again', async () => {
  httpAnswers = false;
  await connect();
  server.latest.hangUp(1006);
  await settle(250);
  server.latest.hangUp(1006);
  await settle(500);
  expect(state()).toMatchObject({ kind: 'connecting', loss: { reason: 'unreachable' } });
});

test('a proxy that cuts silent lines is noticed, and hears from it more often', async () => {
  await connect();
  for (let time = 0; time < 3; time += 1) {
    await settle(20_000);
    server.latest.hangUp(1006);
    await settle(250);
    server.latest.welcome();
  }
  expect(state()).toMatchObject({ kind: 'live', cuts: { after: 'silence', seconds: 20 } });
  await settle(10_000);
  expect(server.latest.types()).toEqual(['auth', 'heartbeat']);
});

test('who was refused can try again', async () => {
  await connect();
  server.latest.hangUp(4403);
  socket.retry();
  await settle();
  server.latest.welcome();
  expect(state()?.kind).toBe('live');
});
