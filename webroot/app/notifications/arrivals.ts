import type { Id } from '../../client/model';
import type { Notification } from '../../client/notice';
import type { LiveEvent } from '../../client/protocol';
import { routes } from '../routes';

/** What somebody sees at the moment a notification arrives. */
export interface Around {
  /** It came while catching up after a lost connection. */
  replayed: boolean;
  /** The page is in front. */
  visible: boolean;
  centreOpen: boolean;
  /** The path in the address bar. */
  path: string;
}

/** `toast`: told at once. `summary`: told together with the others that were missed. */
export type Telling = 'toast' | 'summary' | 'nothing';

export function tellingOf(notification: Notification, around: Around): Telling {
  if (notification.quiet || notification.read_at !== null) return 'nothing';
  if (around.replayed) return 'summary';
  if (!around.visible || around.centreOpen || isInView(notification, around.path)) return 'nothing';
  return 'toast';
}

/** A sound is for those who look elsewhere too. */
export function soundsFor(notification: Notification, around: Around): boolean {
  if (notification.quiet || notification.read_at !== null || around.replayed) return false;
  return !(around.visible && isInView(notification, around.path));
}

function isInView({ task, workspace_id }: Notification, path: string): boolean {
  return task !== null && path === routes.task(workspace_id, task.id);
}

export type Missed = ReadonlyMap<Id, Notification>;

/** What is still to be told of after one more event that was missed: what was read elsewhere meanwhile is not. */
export function missedAfter(missed: Missed, event: LiveEvent): Missed {
  const left = new Map(missed);
  const arrived = arrivalIn(event);
  if (arrived !== null) {
    if (tellingOf(arrived, awayAround) === 'summary') left.set(arrived.id, arrived);
    else left.delete(arrived.id);
  }
  const read = readIn(event);
  if (read === 'all') left.clear();
  else for (const id of read) left.delete(id);
  return left;
}

const awayAround: Around = { replayed: true, visible: false, centreOpen: false, path: '' };

/** The notification that an event brings, be it new or grouped with earlier ones. */
export function arrivalIn({ type, data }: LiveEvent): Notification | null {
  const brings = type === 'notification.new' || type === 'notification.updated';
  return brings ? (data as { notification: Notification }).notification : null;
}

/** Which ones an event says were read. */
export function readIn({ type, data }: LiveEvent): 'all' | readonly Id[] {
  if (type !== 'notification.read') return [];
  return (data as { ids: Id[] | null }).ids ?? 'all';
}
