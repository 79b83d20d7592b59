import type { LiveEvent } from './protocol';

/** Events of one log, the newest first and each once, whichever way they came. */
export function withEvents(known: readonly LiveEvent[], more: readonly LiveEvent[]): LiveEvent[] {
  const bySeq = new Map([...known, ...more].map((event) => [event.seq, event]));
  return [...bySeq.values()].toSorted((left, right) => right.seq - left.seq);
}

/** Whether the event tells all there is: the answer to an own command says neither who nor what was there before. */
export function isWhole(event: LiveEvent): boolean {
  return event.actor !== undefined && event.timestamp !== undefined;
}
