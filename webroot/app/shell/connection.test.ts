import { expect, test } from 'vitest';
import { describeConnection } from './connection';

const words = (state: Parameters<typeof describeConnection>[0]) => describeConnection(state, 10_000);

test('a lasting connection is live, whichever way it goes', () => {
  expect(words({ kind: 'live', transport: 'websocket' })).toMatchObject({ tone: 'good', text: 'Live' });
  expect(words({ kind: 'live', transport: 'streaming' })).toMatchObject({
    tone: 'good',
    text: 'Live over HTTP',
  });
});

test('polling says so', () => {
  expect(words({ kind: 'live', transport: 'polling' })).toMatchObject({ tone: 'slow', text: 'Polling' });
});

test('waiting counts the seconds down', () => {
  const waiting = { kind: 'waiting', closeCode: 1006 } as const;
  expect(words({ ...waiting, retryAt: 13_200 }).text).toBe('Reconnecting in 4 s');
  expect(words({ ...waiting, retryAt: 9_000 }).text).toBe('Reconnecting…');
});

test('too many connections is told as such', () => {
  const text = words({ kind: 'waiting', closeCode: 4409, retryAt: 40_000 }).text;
  expect(text).toBe('Too many connections, again in 30 s');
});

test('without a network it is offline', () => {
  expect(words({ kind: 'offline' })).toMatchObject({ tone: 'bad', text: 'Offline' });
});
