import { useCallback, useEffect, useRef, useState } from 'react';
import { isWhole, withEvents } from '../../client/history';
import type { Id, Task } from '../../client/model';
import type { LiveEvent } from '../../client/protocol';
import { api } from '../state/session';
import { theLive } from '../state/tandem';

const pageSize = 30;

interface Shown {
  events: readonly LiveEvent[];
  /** Where the next older page begins; `null`: there is none. */
  cursor: string | null;
}

/** What was done with a task, page by page, and kept current while it is looked at. */
export function useTaskActivity(task: Task) {
  const isMade = task.number > 0;
  const [shown, setShown] = useState<Shown | null>(null);
  const [failed, setFailed] = useState(false);
  const open = useRef(true);
  const read = useCallback(
    async (cursor: string | null, keepCursor: boolean) => {
      try {
        const page = await api.taskActivity(task.id, { limit: pageSize, cursor });
        if (!open.current) return;
        setFailed(false);
        setShown((before) => ({
          events: withEvents(before?.events ?? [], page.items),
          cursor: keepCursor && before !== null ? before.cursor : page.next_cursor,
        }));
      } catch {
        if (open.current) setFailed(true);
      }
    },
    [task.id],
  );
  const readNewest = useCallback(() => read(null, true), [read]);
  useEffect(() => {
    // The server does not know yet what it has not made.
    if (!isMade) return setShown({ events: [], cursor: null });
    open.current = true;
    readNewest();
    const stop = theLive().listen(task.workspace_id, (event) => {
      if (event !== null && !isAbout(event, task.id)) return;
      if (event === null || !isWhole(event)) readNewest();
      else setShown((before) => before && { ...before, events: withEvents(before.events, [event]) });
    });
    return () => {
      open.current = false;
      stop();
    };
  }, [isMade, task.id, task.workspace_id, readNewest]);
  return {
    events: shown?.events ?? null,
    failed,
    retry: readNewest,
    more: shown?.cursor ? () => read(shown.cursor, false) : null,
  };
}

function isAbout(event: LiveEvent, taskId: Id): boolean {
  const { id, task_id } = event.data as { id?: Id; task_id?: Id };
  return event.type.startsWith('task.') ? id === taskId : task_id === taskId;
}
