import { expect, test } from 'vitest';
import { describeConnection } from './connection';

const words = (state: Parameters<typeof describeConnection>[0]) => describeConnection(state, 10_000);
const live = { kind: 'live', transport: 'websocket', detour: null, cuts: null } as const;
const waiting = { kind: 'waiting', retryAt: 13_200, loss: { reason: 'cut', closeCode: 1006 } } as const;

test('a lasting connection is live, whichever way it goes', () => {
  expect(words(live)).toMatchObject({ tone: 'good', text: 'Live' });
  const streaming = words({ ...live, transport: 'streaming', detour: 'refused' });
  expect(streaming).toMatchObject({ tone: 'good', text: 'Live over HTTP' });
  expect(streaming.why).toContain('does not let WebSockets through');
});

test('polling says so, and why', () => {
  const polling = words({ ...live, transport: 'polling', detour: 'cut' });
  expect(polling).toMatchObject({ tone: 'slow', text: 'Polling' });
  expect(polling.why).toContain('cuts WebSockets');
});

test('a proxy that cuts silent connections is named', () => {
  expect(words({ ...live, cuts: { after: 'silence', seconds: 20 } }).why).toContain('silent for 20 s');
  expect(words({ ...live, cuts: { after: 'age', seconds: 60 } }).why).toContain('after 60 s');
});

test('waiting counts the seconds down, but not the last ones', () => {
  expect(words(waiting).text).toBe('Reconnecting in 4 s');
  expect(words({ ...waiting, retryAt: 11_000 }).text).toBe('Reconnecting…');
  expect(words({ kind: 'connecting', loss: waiting.loss }).text).toBe('Reconnecting…');
});

test('the first attempt is no trouble', () => {
  expect(words({ kind: 'connecting', loss: null })).toMatchObject({ tone: 'quiet', text: 'Connecting…' });
});

test('too many connections is told as such', () => {
  const tooMany = words({ ...waiting, retryAt: 40_000, loss: { reason: 'too-many', closeCode: 4409 } });
  expect(tooMany).toMatchObject({ text: 'Too many connections, again in 30 s', closeCode: 4409 });
});

test('without a network it is offline', () => {
  expect(words({ kind: 'offline' })).toMatchObject({ tone: 'bad', text: 'Offline', canTry: true });
});

test('who is refused hears why and can try again', () => {
  const refused = {
    kind: 'stopped',
    reason: 'refused',
    loss: { reason: 'origin', closeCode: 4403 },
  } as const;
  expect(words(refused)).toMatchObject({ tone: 'bad', text: 'Not live', closeCode: 4403, canTry: true });
  expect(words({ kind: 'stopped', reason: 'signed-out' }).canTry).toBe(false);
});
