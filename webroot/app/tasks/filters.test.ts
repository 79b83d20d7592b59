import { expect, test } from 'vitest';
import type { Task } from '../../client/model';
import {
  type Filter,
  filterParameters,
  isFiltering,
  matcher,
  noFilter,
  parseFilter,
  toggled,
} from './filters';

/** A Wednesday. */
const now = new Date(2031, 2, 12, 12);
const at = (day: number, hour = 18) => new Date(2031, 2, day, hour).toISOString();

const task = (fields: Partial<Task>) =>
  ({
    number: 7,
    title: 'Write the announcement',
    description: 'For the café in Zürich',
    priority: 'none',
    labels: [],
    due_at: null,
    assigned_to: null,
    completed_at: null,
    ...fields,
  }) as unknown as Task;

const matches = (filter: Partial<Filter>, fields: Partial<Task> = {}) =>
  matcher({ ...noFilter, ...filter }, { userId: 'ada', now })(task(fields));

test.each([
  ['announ', true],
  ['ANNOUNCEMENT write', true],
  ['cafe zurich', true],
  ['Café', true],
  ['#7', true],
  ['#8', false],
  ['announcement tomorrow', false],
  ['  ', true],
])('"%s" is found in title, description and number: %s', (text, found) => {
  expect(matches({ text })).toBe(found);
});

test('the reader, nobody and members can be looked for at once', () => {
  expect(matches({ assignee: ['me'] }, { assigned_to: 'ada' })).toBe(true);
  expect(matches({ assignee: ['me'] }, { assigned_to: 'grace' })).toBe(false);
  expect(matches({ assignee: ['nobody', 'grace'] })).toBe(true);
  expect(matches({ assignee: ['nobody', 'grace'] }, { assigned_to: 'grace' })).toBe(true);
});

test('one of several labels is enough', () => {
  expect(matches({ label: ['bug', 'idea'] }, { labels: ['idea', 'later'] })).toBe(true);
  expect(matches({ label: ['bug'] }, { labels: ['idea'] })).toBe(false);
});

test('every field has to match', () => {
  const filter: Partial<Filter> = { priority: ['high'], state: ['open'] };
  expect(matches(filter, { priority: 'high' })).toBe(true);
  expect(matches(filter, { priority: 'low' })).toBe(false);
  expect(matches(filter, { priority: 'high', completed_at: at(1) })).toBe(false);
});

test.each([
  ['overdue', at(11), true],
  ['overdue', at(12, 18), false],
  ['today', at(12, 23), true],
  ['today', at(13), false],
  ['week', at(10, 0), true],
  ['week', at(16, 23), true],
  ['week', at(17), false],
  ['week', at(9), false],
  ['none', null, true],
  ['none', at(12), false],
] as const)('%s: due at %s, %s', (due, due_at, found) => {
  expect(matches({ due: [due] }, { due_at })).toBe(found);
});

test('what is completed is not overdue', () => {
  expect(matches({ due: ['overdue'] }, { due_at: at(11), completed_at: at(12) })).toBe(false);
});

test('an address says a filter and is read again', () => {
  const filter: Filter = {
    text: 'a & b',
    assignee: ['me', 'grace'],
    label: ['bug'],
    priority: ['urgent'],
    due: ['overdue', 'week'],
    state: ['open'],
  };
  expect(parseFilter(new URLSearchParams(filterParameters(filter)))).toEqual(filter);
  expect(filterParameters(noFilter)).toEqual([]);
});

test('values that mean nothing are left out', () => {
  const parameters = new URLSearchParams('priority=high,huge,high&due=&state=maybe');
  expect(parseFilter(parameters)).toEqual({ ...noFilter, priority: ['high'] });
});

test('a value is chosen and let go', () => {
  const chosen = toggled(noFilter, 'assignee', 'me');
  expect(isFiltering(chosen)).toBe(true);
  expect(toggled(chosen, 'assignee', 'me')).toEqual(noFilter);
  expect(isFiltering({ ...noFilter, text: ' ' })).toBe(false);
});
