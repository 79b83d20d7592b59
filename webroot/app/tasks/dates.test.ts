import { expect, test } from 'vitest';
import { dayName, endOfDay, fromDateInput, relativeTime, toDateInput, urgencyOf } from './dates';

const noon = new Date(2026, 2, 10, 12, 0);
const at = (day: number, hour: number) => new Date(2026, 2, day, hour).toISOString();

test.each([
  [at(10, 1), 'Today'],
  [at(10, 23), 'Today'],
  [at(11, 0), 'Tomorrow'],
  [at(9, 23), 'Yesterday'],
  [at(20, 9), 'Mar 20'],
  [new Date(2031, 0, 2).toISOString(), 'Jan 2, 2031'],
])('%s is said as %s', (instant, name) => {
  expect(dayName(instant, noon)).toBe(name);
});

test('what is due is overdue, soon or later', () => {
  expect(urgencyOf(at(10, 11), noon)).toBe('overdue');
  expect(urgencyOf(at(10, 13), noon)).toBe('soon');
  expect(urgencyOf(at(11, 23), noon)).toBe('soon');
  expect(urgencyOf(at(12, 1), noon)).toBe('later');
});

test('what is due on a day is due until the day is over', () => {
  expect(new Date(endOfDay(1, noon)).getTime()).toBe(new Date(2026, 2, 11, 23, 59, 59).getTime());
});

test('a date input gives back the day it was given', () => {
  expect(toDateInput(fromDateInput('2026-03-04'))).toBe('2026-03-04');
  expect(toDateInput(null)).toBe('');
  expect(fromDateInput('')).toBeNull();
});

test.each([
  [new Date(2026, 2, 10, 12, 0, 30), 'just now'],
  [new Date(2026, 2, 10, 11, 59, 30), 'just now'],
  [new Date(2026, 2, 10, 11, 55), '5 min ago'],
  [new Date(2026, 2, 10, 2, 0), '10 h ago'],
  [new Date(2026, 2, 9, 23, 0), 'Yesterday'],
  [new Date(2026, 1, 2, 9, 0), 'Feb 2'],
])('%s is told as %s', (moment, words) => {
  expect(relativeTime(moment.toISOString(), noon)).toBe(words);
});
