import type { Id, Instant } from '../../client/model';
import type { Notification, NotificationKind, NotificationPage } from '../../client/notice';
import type { LiveEvent } from '../../client/protocol';
import { dayName } from '../tasks/dates';
import { arrivalIn, readIn } from './arrivals';

export interface Filter {
  unread: boolean;
  kind: NotificationKind | null;
  workspaceId: Id | null;
}

export const everything: Filter = { unread: false, kind: null, workspaceId: null };

/** A line of the list. It stays in its place when it is read, so that nothing moves under the pointer. */
export interface Line {
  notification: Notification;
  /** It stands among the unread ones. */
  listedUnread: boolean;
}

export interface Inbox {
  status: 'loading' | 'ready' | 'failed';
  filter: Filter;
  lines: readonly Line[];
  cursor: string | null;
  more: 'idle' | 'loading' | 'failed';
}

export const emptyInbox = (filter: Filter): Inbox => ({
  status: 'loading',
  filter,
  lines: [],
  cursor: null,
  more: 'idle',
});

export function withFirstPage(inbox: Inbox, { items, next_cursor }: NotificationPage): Inbox {
  return { ...inbox, status: 'ready', lines: items.map(lineOf), cursor: next_cursor, more: 'idle' };
}

/** What moved to the top meanwhile may come a second time. */
export function withNextPage(inbox: Inbox, { items, next_cursor }: NotificationPage): Inbox {
  const known = new Set(inbox.lines.map(({ notification }) => notification.id));
  const added = items.filter(({ id }) => !known.has(id)).map(lineOf);
  return { ...inbox, lines: [...inbox.lines, ...added], cursor: next_cursor, more: 'idle' };
}

/** The list after an event of the person's own log. */
export function inboxAfter(inbox: Inbox, event: LiveEvent): Inbox {
  const arrived = arrivalIn(event);
  if (arrived !== null) return withArrival(inbox, arrived);
  const read = readIn(event);
  return read.length === 0 ? inbox : withRead(inbox, read, event.timestamp ?? new Date().toISOString());
}

/** `read_all` of one workspace names the ids it read, so that `all` means all: nothing unread is left to list. */
export function withRead(inbox: Inbox, read: 'all' | readonly Id[], at: Instant): Inbox {
  if (read === 'all' && inbox.filter.unread) return { ...inbox, lines: [], cursor: null };
  const lines = inbox.lines.map((line) => {
    const { notification } = line;
    const isRead = notification.read_at === null && (read === 'all' || read.includes(notification.id));
    return isRead ? { ...line, notification: { ...notification, read_at: at } } : line;
  });
  return { ...inbox, lines };
}

function withArrival(inbox: Inbox, arrived: Notification): Inbox {
  const others = inbox.lines.filter(({ notification }) => notification.id !== arrived.id);
  const lines = matches(arrived, inbox.filter) ? [lineOf(arrived), ...others] : others;
  return { ...inbox, lines };
}

function lineOf(notification: Notification): Line {
  return { notification, listedUnread: notification.read_at === null };
}

function matches({ kind, workspace_id, read_at }: Notification, filter: Filter): boolean {
  if (filter.unread && read_at !== null) return false;
  if (filter.kind !== null && filter.kind !== kind) return false;
  return filter.workspaceId === null || filter.workspaceId === workspace_id;
}

export interface DayGroup {
  listedUnread: boolean;
  day: string;
  lines: Line[];
}

/** Unread ones first, each under the day it happened on, where the reader is. */
export function byDay(lines: readonly Line[], now: Date = new Date()): DayGroup[] {
  const groups: DayGroup[] = [];
  for (const line of lines) {
    const day = dayName(line.notification.updated_at, now);
    const last = groups.at(-1);
    if (last?.day === day && last.listedUnread === line.listedUnread) last.lines.push(line);
    else groups.push({ listedUnread: line.listedUnread, day, lines: [line] });
  }
  return groups;
}
