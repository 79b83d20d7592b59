import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { LiveSocket } from './LiveSocket';
import type { FakeServer } from './testing/fakes';
import { SocketOnFakes } from './testing/SocketOnFakes';

let fakes: SocketOnFakes;
let server: FakeServer;
let socket: LiveSocket;

beforeEach(() => {
  vi.useFakeTimers();
  fakes = new SocketOnFakes();
  ({ server, socket } = fakes);
});

afterEach(() => {
  socket.close();
  vi.useRealTimers();
});

const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms);
const state = () => fakes.state;
const minute = 60_000;

async function connect() {
  socket.open();
  await settle();
  server.latest.welcome();
}

function networkIs(online: boolean) {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(online);
  window.dispatchEvent(new Event(online ? 'online' : 'offline'));
}

/** Time passes, and no timer runs. */
function sleep(ms: number) {
  vi.setSystemTime(Date.now() + ms);
}

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
  expect(fakes.states.slice(1).map(({ kind }) => kind)).not.toContain('waiting');
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
  fakes.httpAnswers = false;
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
