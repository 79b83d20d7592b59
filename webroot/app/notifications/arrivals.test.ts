import { expect, test } from 'vitest';
import { workspaceId } from '../../client/testing/fakes';
import { arrival, notification, reading } from '../testing/notifications';
import { type Around, missedAfter, soundsFor, tellingOf } from './arrivals';

const around = (fields: Partial<Around> = {}): Around => ({
  replayed: false,
  visible: true,
  centreOpen: false,
  path: '/tasks',
  ...fields,
});
const onTheTask = `/workspaces/${workspaceId}/tasks/t1`;
const read = { read_at: '2026-03-10T13:00:00Z' };

test('a new notification is told at once', () => {
  expect(tellingOf(notification(), around())).toBe('toast');
});

test.each([
  ['it is quiet', { quiet: true }, {}],
  ['it was read on another device', read, {}],
  ['its task is in view', {}, { path: onTheTask }],
  ['the list is open and shows it', {}, { centreOpen: true }],
  ['nobody sees the page', {}, { visible: false }],
])('nothing pops up when %s', (_, fields, place) => {
  expect(tellingOf(notification(fields), around(place))).toBe('nothing');
});

test('another task in view does not hold it back', () => {
  expect(tellingOf(notification({ task: { id: 't2', number: 8, title: 'Other' } }), around())).toBe('toast');
});

test('what was missed is told together', () => {
  expect(tellingOf(notification(), around({ replayed: true }))).toBe('summary');
  expect(tellingOf(notification({ quiet: true }), around({ replayed: true }))).toBe('nothing');
});

test('what was missed is counted once, and not when it was read meanwhile', () => {
  const missed = [
    arrival({ id: 'n1' }),
    arrival({ id: 'n2' }),
    arrival({ id: 'n2', count: 2 }, 'updated'),
    arrival({ id: 'n3' }),
    arrival({ id: 'n4', quiet: true }),
    reading(['n1']),
  ].reduce(missedAfter, new Map());
  expect([...missed.keys()]).toEqual(['n2', 'n3']);
  expect(missedAfter(missed, reading(null)).size).toBe(0);
});

test.each([
  ['sounds in the background', {}, { visible: false }, true],
  ['sounds where something else is in view', {}, {}, true],
  ['is silent when quiet', { quiet: true }, {}, false],
  ['is silent when missed', {}, { replayed: true }, false],
  ['is silent when its task is in view', {}, { path: onTheTask }, false],
  ['sounds when its task is open in a page nobody sees', {}, { path: onTheTask, visible: false }, true],
])('it %s', (_, fields, place, sounds) => {
  expect(soundsFor(notification(fields), around(place))).toBe(sounds);
});
