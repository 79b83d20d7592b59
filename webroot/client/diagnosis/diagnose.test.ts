import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { config, type FakeNetwork, fakeProbes, politeServer } from '../testing/fakeProbes';
import type { OpenTransport } from '../transports';
import { checkIds, diagnose, diagnoseLongQuiet } from './diagnose';
import type { CheckId, Findings } from './finding';
import { summaryOf } from './summary';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

const silent = { began: () => undefined, found: () => undefined };

async function through(network: FakeNetwork): Promise<Findings> {
  const running = diagnose(fakeProbes(network), silent, new AbortController().signal);
  await vi.advanceTimersByTimeAsync(120_000);
  return running;
}

async function codes(network: FakeNetwork, ...checks: CheckId[]) {
  const findings = await through(network);
  return checks.map((check) => findings.get(check)?.code);
}

const refusing: OpenTransport = (events) => {
  queueMicrotask(() => events.closed(1006));
  return { send: () => undefined, close: () => undefined };
};

const unanswering: OpenTransport = () => ({ send: () => undefined, close: () => undefined });

const swallowing: OpenTransport = (events) => {
  queueMicrotask(() => events.opened('websocket'));
  return { send: () => undefined, close: () => undefined };
};

const closing =
  (code: number, afterMs = 0): OpenTransport =>
  (events) => {
    queueMicrotask(() => events.opened('websocket'));
    const timer = setTimeout(() => events.closed(code), afterMs);
    return { send: () => undefined, close: () => clearTimeout(timer) };
  };

/** Answers as the server does, and cuts what is silent. */
const cuttingSilence =
  (ms: number): OpenTransport =>
  (events) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const heard = () => {
      clearTimeout(timer);
      timer = setTimeout(() => events.closed(1006), ms);
    };
    const inner = politeServer({
      ...events,
      received: (text) => {
        heard();
        events.received(text);
      },
    });
    heard();
    return {
      send: (text) => {
        heard();
        inner.send(text);
      },
      close: () => {
        clearTimeout(timer);
        inner.close();
      },
    };
  };

test('where all is well everything is good, and what needs a sign-in is not tried', async () => {
  const findings = await through({});
  const notGood = [...findings].filter(([, { verdict }]) => verdict !== 'good').map(([check]) => check);
  expect(notGood).toEqual(['live']);
  expect(summaryOf(findings)).toBe('all-good');
});

test('who is signed in has a line of their own tried', async () => {
  expect(await codes({ token: 'token' }, 'live')).toEqual(['live-good']);
});

test('a server that does not answer ends the search', async () => {
  const findings = await through({ answers: { 'GET /api/config': 'nothing' } });
  expect(findings.get('rest')?.code).toBe('rest-away');
  expect(findings.get('websocket')?.code).toBe('not-tried');
  expect(findings.get('polling')?.code).toBe('not-tried');
  expect(summaryOf(findings)).toBe('unreachable');
});

test('a sign-in page of a proxy is not taken for the server', async () => {
  const answers = { 'GET /api/config': { text: '<html>Sign in</html>' } };
  expect(await codes({ answers }, 'rest')).toEqual(['rest-refused']);
});

test('a WebSocket that is refused is told apart from one nobody answers', async () => {
  expect(await codes({ webSocket: refusing }, 'websocket', 'messages')).toEqual([
    'websocket-refused',
    'not-tried',
  ]);
  expect(await codes({ webSocket: unanswering }, 'websocket')).toEqual(['websocket-unanswered']);
});

test('an open WebSocket has to carry messages', async () => {
  expect(await codes({ webSocket: swallowing }, 'websocket', 'messages')).toEqual([
    'websocket-open',
    'messages-silent',
  ]);
  expect(await codes({ webSocket: closing(1006, 10) }, 'messages')).toEqual(['messages-cut']);
});

test('a page the server does not take for its own is told so', async () => {
  const findings = await through({ webSocket: closing(4403) });
  expect(findings.get('messages')?.code).toBe('messages-origin');
  expect(summaryOf(findings)).toBe('origin');
});

test('a proxy that cuts what is silent is timed', async () => {
  const findings = await through({ webSocket: cuttingSilence(3_000) });
  expect(findings.get('quiet')).toMatchObject({ code: 'quiet-cut', seconds: 3 });
  expect(summaryOf(findings)).toBe('cuts-idle');
});

test('half a minute of silence finds what a few seconds do not', async () => {
  const network = { token: 'token', webSocket: cuttingSilence(20_000) };
  const findings = await through(network);
  expect(findings.get('quiet')?.code).toBe('quiet-good');
  const running = diagnoseLongQuiet(fakeProbes(network), findings);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await running).toMatchObject({ code: 'quiet-cut', seconds: 20 });
});

test('a line that is still there after half a minute is good', async () => {
  const network = { token: 'token' };
  const running = diagnoseLongQuiet(fakeProbes(network), await through(network));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await running).toMatchObject({ code: 'quiet-good', seconds: 35 });
});

test('without WebSockets it depends on the streams how changes arrive', async () => {
  expect(summaryOf(await through({ webSocket: refusing }))).toBe('streaming');
  const held: FakeNetwork = { webSocket: refusing, stream: async () => 'held', eventSource: false };
  expect(await codes(held, 'streaming', 'eventsource')).toEqual(['streaming-buffered', 'eventsource-none']);
  expect(summaryOf(await through(held))).toBe('polling');
});

test('a balancer that scatters a session is found out', async () => {
  const answers = { 'POST /live/xhr_send': { status: 404 } };
  expect(await codes({ answers }, 'polling')).toEqual(['polling-scattered']);
});

test('where /live is refused nothing of it is tried', async () => {
  const answers = { 'GET /live/info': { status: 403 } };
  const findings = await through({ answers, webSocket: refusing });
  expect(findings.get('sockjs')).toMatchObject({ code: 'sockjs-refused', status: 403 });
  expect(findings.get('streaming')?.code).toBe('not-tried');
  expect(summaryOf(findings)).toBe('nothing-live');
});

test.each([
  [{ public_url: '' }, 'address-unset'],
  [{ public_url: 'https://other.example.org' }, 'address-other'],
  [{ host: 'tandem:8080' }, 'host-changed'],
  [{}, 'address-same'],
] as const)('the address is compared with what the server says: %o', async (fields, code) => {
  const answers = { 'GET /api/config': { text: JSON.stringify({ ...config, ...fields }) } };
  expect(await codes({ answers }, 'address')).toEqual([code]);
});

test.each([
  [{ 'Cache-Control': 'max-age=31536000' }, 'assets-plain'],
  [{ 'Content-Encoding': 'br', 'Cache-Control': 'no-store' }, 'assets-uncached'],
] as const)('files with %o are not served as they should', async (headers, code) => {
  expect(await codes({ answers: { 'GET /assets/index.js': { headers } } }, 'assets')).toEqual([code]);
});

test('a start page that a cache may keep is found out', async () => {
  expect(await codes({ answers: { 'GET /diagnose': { headers: {} } } }, 'assets')).toEqual(['page-cached']);
});

test('a clock that is wrong is told by how much', async () => {
  expect((await through({ aheadMs: 90_000 })).get('clock')).toMatchObject({
    code: 'clock-off',
    seconds: -90,
  });
});

test('plain HTTP is a remark, but not on this machine', async () => {
  expect(await codes({ protocol: 'http:' }, 'https')).toEqual(['http-only']);
  expect(await codes({ protocol: 'http:', hostname: 'localhost' }, 'https')).toEqual(['https-local']);
});

test('what the browser does not offer is named', async () => {
  const findings = await through({ missing: ['Web Locks'] });
  expect(findings.get('browser')).toMatchObject({ code: 'browser-missing', names: ['Web Locks'] });
  expect(summaryOf(findings)).toBe('remarks');
});

test('checks come one after the other, and end when nobody wants them any more', async () => {
  const leaving = new AbortController();
  const told: string[] = [];
  const progress = {
    began: (check: CheckId) => told.push(`began ${check}`),
    found: (check: CheckId) => {
      told.push(`found ${check}`);
      leaving.abort();
    },
  };
  await diagnose(fakeProbes(), progress, leaving.signal);
  expect(told).toEqual([`began ${checkIds[0]}`, `found ${checkIds[0]}`]);
});
