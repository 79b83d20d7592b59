import { useEffect, useRef, useState } from 'react';
import type { Task } from '../../client/model';
import { session } from '../state/session';
import { theLive, useTandem } from '../state/tandem';
import { type Deed, deedIn } from './deeds';

const shownMs = 8_000;

/** What others do with the task on the screen, said for a while; that it was deleted, for as long as it is open. */
export function useOthersDeeds(task: Task | undefined): Deed | null {
  const [deed, setDeed] = useState<Deed | null>(null);
  const known = useRef(task);
  if (task !== undefined) known.current = task;
  const workspaceId = task?.workspace_id ?? known.current?.workspace_id ?? null;
  useEffect(() => {
    if (workspaceId === null) return;
    return theLive().listen(workspaceId, (event) => {
      if (event === null || known.current === undefined || event.actor?.id === session.user?.id) return;
      const done = deedIn(event, known.current, useTandem.getState().board?.columns ?? []);
      if (done !== null) setDeed(done);
    });
  }, [workspaceId]);
  useEffect(() => {
    if (deed?.kind !== 'changed') return;
    const timer = setTimeout(() => setDeed(null), shownMs);
    return () => clearTimeout(timer);
  }, [deed]);
  return deed;
}
