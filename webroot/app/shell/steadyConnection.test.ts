import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { LiveState } from '../../client/liveState';
import { type ShownConnection, Steadiness } from './steadyConnection';

let shown: ShownConnection[];
let steadiness: Steadiness;

beforeEach(() => {
  vi.useFakeTimers({ now: 100_000 });
  shown = [];
  steadiness = new Steadiness((each) => shown.push(each));
  steadiness.see(live);
});

afterEach(() => {
  vi.useRealTimers();
});

const loss = { reason: 'cut', closeCode: 1006 } as const;
const live: LiveState = { kind: 'live', transport: 'websocket', detour: null, cuts: null };
const waiting: LiveState = { kind: 'waiting', retryAt: 0, loss };
const connecting: LiveState = { kind: 'connecting', loss };
const kinds = () => shown.map(({ state }) => state.kind);

test('what passes within two seconds is not shown', () => {
  steadiness.see(waiting);
  vi.advanceTimersByTime(1_000);
  steadiness.see(connecting);
  vi.advanceTimersByTime(900);
  steadiness.see(live);
  vi.advanceTimersByTime(5_000);
  expect(kinds()).toEqual(['live', 'live']);
});

test('what lasts is shown, and from when it was so', () => {
  steadiness.see(waiting);
  vi.advanceTimersByTime(1_500);
  steadiness.see(connecting);
  vi.advanceTimersByTime(500);
  expect(shown.at(-1)).toEqual({ state: connecting, since: 100_000 });
});

test('attempts and waits in turn are one time without a connection', () => {
  steadiness.see(waiting);
  vi.advanceTimersByTime(4_000);
  steadiness.see(connecting);
  vi.advanceTimersByTime(4_000);
  steadiness.see(waiting);
  expect(shown.at(-1)).toEqual({ state: waiting, since: 100_000 });
});

test('a connection that is back is shown at once', () => {
  steadiness.see(waiting);
  vi.advanceTimersByTime(4_000);
  steadiness.see(live);
  expect(shown.at(-1)).toEqual({ state: live, since: 104_000 });
});

test('the end for good is shown at once', () => {
  steadiness.see({ kind: 'stopped', reason: 'signed-out' });
  expect(kinds()).toEqual(['live', 'stopped']);
});
