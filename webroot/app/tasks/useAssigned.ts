import { useEffect, useReducer, useState } from 'react';
import { Assigned } from '../../client/Assigned';
import type { Task } from '../../client/model';
import { arrivalIn } from '../notifications/arrivals';
import { api, session } from '../state/session';
import { theLive, useTandem } from '../state/tandem';

interface ShownAssigned {
  /** `null` until they have been read. */
  tasks: readonly Task[] | null;
  failed: boolean;
  retry: () => void;
}

/** The tasks assigned to the reader in all workspaces, as they are now. */
export function useAssigned(): ShownAssigned {
  const [assigned, setAssigned] = useState<Assigned | null>(null);
  const [reads, changed] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const opened = new Assigned({
      userId: session.user?.id ?? '',
      read: () => api.assignedToMe(),
      readWorkspace: async (id) => {
        const position = await api.position(id);
        return { position, tasks: await api.assignedToMe(id) };
      },
      live: theLive(),
      onChange: changed,
    });
    setAssigned(opened);
    const stop = theLive().listen(null, (event) => {
      if (event !== null && arrivalIn(event)?.kind === 'assigned') opened.load();
    });
    return () => {
      stop();
      opened.close();
    };
  }, []);
  useRead(assigned);
  useFollowed(assigned, reads);
  const tasks = useTandem(() => assigned?.tasks ?? null);
  return { tasks, failed: assigned?.failed === true && tasks === null, retry: () => assigned?.load() };
}

/** At first, and whenever the connection is there again. */
function useRead(assigned: Assigned | null) {
  const live = useTandem((state) => state.connection.kind === 'live');
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new connection makes it read anew.
  useEffect(() => {
    assigned?.load();
  }, [assigned, live]);
}

/** Once it is known where something is assigned, and whenever the reader joins or leaves a workspace. */
function useFollowed(assigned: Assigned | null, reads: number) {
  const workspaces = useTandem((state) => state.own?.workspaces);
  useEffect(() => {
    if (reads > 0 && workspaces !== undefined) assigned?.follow(workspaces.map(({ id }) => id));
  }, [assigned, reads, workspaces]);
}
