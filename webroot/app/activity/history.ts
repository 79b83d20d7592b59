import type { Id } from '../../client/model';
import type { LiveEvent } from '../../client/protocol';

export interface HistoryFilter {
  actorId: Id | null;
  taskId: Id | null;
}

/** What happened in a workspace, the newest first. */
export interface History {
  status: 'loading' | 'ready' | 'failed';
  events: readonly LiveEvent[];
  /** Arrived while the reader was further down; shown when they ask for it. */
  waiting: readonly LiveEvent[];
  cursor: string | null;
  more: 'idle' | 'loading' | 'failed';
}

export const noHistory: History = {
  status: 'loading',
  events: [],
  waiting: [],
  cursor: null,
  more: 'idle',
};

export interface ActivityPage {
  items: LiveEvent[];
  next_cursor: string | null;
}

export function withFirstPage(history: History, { items, next_cursor }: ActivityPage): History {
  return { ...history, status: 'ready', events: items, waiting: [], cursor: next_cursor, more: 'idle' };
}

export function withNextPage(history: History, { items, next_cursor }: ActivityPage): History {
  const events = [...history.events, ...newTo(history.events, items)];
  return { ...history, events, cursor: next_cursor, more: 'idle' };
}

/** `atTop`: the reader sees the top of the list, so that what comes in there is no surprise. */
export function withArrivals(history: History, arrived: readonly LiveEvent[], atTop: boolean): History {
  if (history.status !== 'ready') return history;
  const added = newTo([...history.events, ...history.waiting], arrived).toSorted(newestFirst);
  if (added.length === 0) return history;
  const shown = { ...history, waiting: [...added, ...history.waiting].toSorted(newestFirst) };
  return atTop ? withWaiting(shown) : shown;
}

export function withWaiting(history: History): History {
  return { ...history, events: [...history.waiting, ...history.events], waiting: [] };
}

export function isAbout(event: LiveEvent, { actorId, taskId }: HistoryFilter): boolean {
  if (actorId !== null && event.actor?.id !== actorId) return false;
  return taskId === null || taskOf(event) === taskId;
}

/** The task an event is about. */
export function taskOf({ type, data }: LiveEvent): Id | null {
  const told = data as { id?: Id; task_id?: Id };
  if (type.startsWith('comment.')) return told.task_id ?? null;
  return type.startsWith('task.') ? (told.id ?? null) : null;
}

export interface Parted {
  fresh: LiveEvent[];
  earlier: LiveEvent[];
}

/** What happened since the reader last looked, and what they know. Their own deeds are no news to them. */
export function parted(events: readonly LiveEvent[], seenSeq: number | null, readerId: Id): Parted {
  const isNew = ({ seq, actor }: LiveEvent) => seenSeq !== null && seq > seenSeq && actor?.id !== readerId;
  const oldestNew = events.findLastIndex(isNew);
  return { fresh: events.slice(0, oldestNew + 1), earlier: events.slice(oldestNew + 1) };
}

function newTo(known: readonly LiveEvent[], events: readonly LiveEvent[]): LiveEvent[] {
  const seqs = new Set(known.map(({ seq }) => seq));
  return events.filter(({ seq }) => !seqs.has(seq));
}

function newestFirst(left: LiveEvent, right: LiveEvent): number {
  return right.seq - left.seq;
}
