import { useCallback, useEffect, useRef, useState } from 'react';
import type { Notification } from '../../client/notice';
import type { LiveEvent } from '../../client/protocol';
import { api } from '../state/session';
import { theLive } from '../state/tandem';
import { readAllNotifications, readNotification } from './centre';
import {
  emptyInbox,
  everything,
  type Filter,
  type Inbox,
  inboxAfter,
  withFirstPage,
  withNextPage,
  withRead,
} from './inbox';

const pageSize = 30;

/** The list of notifications while it is open: read page by page, kept current by the person's own log. */
export function useInbox() {
  const [inbox, setInbox] = useState<Inbox>(() => emptyInbox(everything));
  const { load, heard } = useFirstPage(setInbox);
  const { filter, cursor } = inbox;

  useEffect(() => load(filter), [load, filter]);
  useEffect(
    () =>
      theLive().listen(null, (event) => {
        if (event === null) return load(filter);
        heard(event);
        setInbox((shown) => inboxAfter(shown, event));
      }),
    [load, heard, filter],
  );

  const loadMore = async () => {
    setInbox((shown) => ({ ...shown, more: 'loading' }));
    try {
      const page = await api.notifications({ ...wishesOf(filter), cursor });
      setInbox((shown) => (shown.filter === filter ? withNextPage(shown, page) : shown));
    } catch {
      setInbox((shown) => ({ ...shown, more: 'failed' }));
    }
  };
  const read = (notification: Notification) => {
    readNotification(notification);
    setInbox((shown) => withRead(shown, [notification.id], new Date().toISOString()));
  };
  const readAll = () => {
    readAllNotifications(filter.workspaceId);
    const read = filter.workspaceId === null ? 'all' : inbox.lines.map((line) => line.notification.id);
    setInbox((shown) => withRead(shown, read, new Date().toISOString()));
  };
  const choose = (change: Partial<Filter>) => setInbox(emptyInbox({ ...filter, ...change }));
  return { inbox, choose, reload: () => load(filter), loadMore, read, readAll };
}

/** What happens while a page is under way is put on top of it: the page may have been read before it happened. */
function useFirstPage(setInbox: (change: (shown: Inbox) => Inbox) => void) {
  const meanwhile = useRef<LiveEvent[]>([]);
  const load = useCallback(
    (filter: Filter) => {
      meanwhile.current = [];
      const change = (next: (shown: Inbox) => Inbox) =>
        setInbox((shown) => (shown.filter === filter ? next(shown) : shown));
      api.notifications(wishesOf(filter)).then(
        (page) => {
          const events = meanwhile.current;
          change((shown) => events.reduce(inboxAfter, withFirstPage(shown, page)));
        },
        () => change((shown) => ({ ...shown, status: 'failed' })),
      );
    },
    [setInbox],
  );
  const heard = useCallback((event: LiveEvent) => {
    meanwhile.current.push(event);
  }, []);
  return { load, heard };
}

function wishesOf({ unread, kind, workspaceId }: Filter) {
  return {
    limit: pageSize,
    ...(unread && { unread }),
    ...(kind !== null && { kind }),
    ...(workspaceId !== null && { workspace_id: workspaceId }),
  };
}
