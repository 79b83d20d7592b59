import { expect, test } from 'vitest';
import { arrival, notification, reading } from '../testing/notifications';
import { byDay, emptyInbox, everything, type Inbox, inboxAfter, withFirstPage, withNextPage } from './inbox';

const day = (number: number, hour = 12) => new Date(2026, 2, number, hour).toISOString();
const page = (...items: ReturnType<typeof notification>[]) => ({ items, next_cursor: 'more', unread: 2 });
const inbox = withFirstPage(
  emptyInbox(everything),
  page(
    notification({ id: 'a', updated_at: day(10) }),
    notification({ id: 'b', updated_at: day(9) }),
    notification({ id: 'c', updated_at: day(10), read_at: day(10) }),
  ),
);
const ids = ({ lines }: Inbox) => lines.map((line) => line.notification.id);
const unread = ({ lines }: Inbox) =>
  lines.flatMap(({ notification: { id, read_at } }) => (read_at === null ? [id] : []));

test('a new one comes first', () => {
  expect(ids(inboxAfter(inbox, arrival({ id: 'd' })))).toEqual(['d', 'a', 'b', 'c']);
});

test('one that grew moves up and stays one', () => {
  const after = inboxAfter(inbox, arrival({ id: 'b', count: 3 }, 'updated'));
  expect(ids(after)).toEqual(['b', 'a', 'c']);
  expect(after.lines[0]?.notification.count).toBe(3);
});

test('what is read stays where it is', () => {
  const after = inboxAfter(inbox, reading(['a']));
  expect(ids(after)).toEqual(['a', 'b', 'c']);
  expect(unread(after)).toEqual(['b']);
  expect(unread(inboxAfter(inbox, reading(null)))).toEqual([]);
});

test('when all is read nothing stays among the unread', () => {
  const unreadOnly = { ...inbox, filter: { ...everything, unread: true } };
  expect(ids(inboxAfter(unreadOnly, reading(null)))).toEqual([]);
  expect(ids(inboxAfter(unreadOnly, reading(['a'])))).toEqual(['a', 'b', 'c']);
});

test('a filter keeps out what it does not ask for', () => {
  const comments = { ...inbox, filter: { ...everything, kind: 'commented' as const } };
  expect(ids(inboxAfter(comments, arrival({ id: 'd' })))).toEqual(['a', 'b', 'c']);
  expect(ids(inboxAfter(comments, arrival({ id: 'd', kind: 'commented' })))).toEqual(['d', 'a', 'b', 'c']);
  const elsewhere = { ...inbox, filter: { ...everything, workspaceId: 'other' } };
  expect(ids(inboxAfter(elsewhere, arrival({ id: 'd' })))).toEqual(['a', 'b', 'c']);
});

test('the next page adds what is not there yet', () => {
  const more = page(notification({ id: 'c', read_at: day(10) }), notification({ id: 'e', read_at: day(8) }));
  expect(ids(withNextPage(inbox, more))).toEqual(['a', 'b', 'c', 'e']);
});

test('lines stand under their days, the unread ones before the others', () => {
  const groups = byDay(inboxAfter(inbox, reading(['a'])).lines, new Date(2026, 2, 10, 18));
  expect(groups.map((group) => [group.listedUnread, group.day, group.lines.length])).toEqual([
    [true, 'Today', 1],
    [true, 'Yesterday', 1],
    [false, 'Today', 1],
  ]);
});
