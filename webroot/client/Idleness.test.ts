import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Idleness } from './Idleness';

let told: boolean[];
let idleness: Idleness;

beforeEach(() => {
  vi.useFakeTimers();
  told = [];
  idleness = new Idleness(300_000, (idle) => told.push(idle));
  idleness.start();
});

afterEach(() => {
  idleness.stop();
  vi.useRealTimers();
});

const touch = () => window.dispatchEvent(new Event('keydown'));

test('nobody touches the device for five minutes: idle, once', () => {
  vi.advanceTimersByTime(299_999);
  expect(told).toEqual([]);
  vi.advanceTimersByTime(1_000_000);
  expect(told).toEqual([true]);
});

test('every touch begins the five minutes anew', () => {
  for (let minute = 0; minute < 10; minute++) {
    vi.advanceTimersByTime(60_000);
    touch();
  }
  vi.advanceTimersByTime(299_999);
  expect(told).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(told).toEqual([true]);
});

test('a touch ends it at once, and it can begin again', () => {
  vi.advanceTimersByTime(300_000);
  touch();
  touch();
  expect(told).toEqual([true, false]);
  vi.advanceTimersByTime(300_000);
  expect(told).toEqual([true, false, true]);
});

test('stopped, it tells nothing more', () => {
  idleness.stop();
  vi.advanceTimersByTime(600_000);
  touch();
  expect(told).toEqual([]);
});
