import { useCallback, useEffect, useRef, useState } from 'react';
import type { Id } from '../../client/model';
import type { LiveEvent } from '../../client/protocol';
import { api } from '../state/session';
import { theLive } from '../state/tandem';
import {
  type HistoryFilter,
  isAbout,
  noHistory,
  withArrivals,
  withFirstPage,
  withNextPage,
  withWaiting,
} from './history';

const pageSize = 50;

/** What happened in a workspace, page by page, kept current by its log. `isAtTop` is asked when something happens. */
export function useHistory(workspaceId: Id, { actorId, taskId }: HistoryFilter, isAtTop: () => boolean) {
  const [history, setHistory] = useState(noHistory);
  const wanted = useRef(0);
  const read = useCallback(
    (cursor: string | null) =>
      api.workspaceActivity(workspaceId, {
        limit: pageSize,
        cursor,
        ...(actorId !== null && { actor_id: actorId }),
        ...(taskId !== null && { task_id: taskId }),
      }),
    [workspaceId, actorId, taskId],
  );
  /** Only the answer to the latest question counts. */
  const load = useCallback(() => {
    wanted.current += 1;
    const mine = wanted.current;
    setHistory(noHistory);
    read(null).then(
      (page) => mine === wanted.current && setHistory((shown) => withFirstPage(shown, page)),
      () => mine === wanted.current && setHistory({ ...noHistory, status: 'failed' }),
    );
  }, [read]);
  const lookAgain = useCallback(() => {
    const mine = wanted.current;
    read(null).then(
      ({ items }) => mine === wanted.current && setHistory((shown) => withArrivals(shown, items, isAtTop())),
      () => undefined,
    );
  }, [read, isAtTop]);

  useEffect(load, [load]);
  useEffect(
    () =>
      theLive().listen(workspaceId, (event) => {
        if (isWhole(event)) {
          if (isAbout(event, { actorId, taskId }))
            setHistory((shown) => withArrivals(shown, [event], isAtTop()));
        } else lookAgain();
      }),
    [workspaceId, actorId, taskId, isAtTop, lookAgain],
  );

  const loadMore = async () => {
    const mine = wanted.current;
    setHistory((shown) => ({ ...shown, more: 'loading' }));
    try {
      const page = await read(history.cursor);
      if (mine === wanted.current) setHistory((shown) => withNextPage(shown, page));
    } catch {
      setHistory((shown) => ({ ...shown, more: 'failed' }));
    }
  };
  return { history, load, loadMore, showWaiting: () => setHistory(withWaiting) };
}

/** The answer to one's own command does not say what was there before; the log does. */
function isWhole(event: LiveEvent | null): event is LiveEvent {
  return event?.actor !== undefined;
}
