import { useEffect, useMemo, useReducer, useRef, useState } from 'react';
import type { Task } from '../../client/model';
import { type ShownComment, Thread, type ThreadStatus, withPendingComments } from '../../client/Thread';
import { api, session } from '../state/session';
import { theLive, useTandem } from '../state/tandem';

interface ShownThread {
  status: ThreadStatus;
  comments: readonly ShownComment[];
  retry: () => void;
}

/** The comments of a task as they are now, with what is under way on top. */
export function useThread(task: Task): ShownThread {
  const [thread, setThread] = useState<Thread | null>(null);
  const [changes, changed] = useReducer((count: number) => count + 1, 0);
  const isMade = useRef(false);
  isMade.current = task.number > 0;
  useEffect(() => {
    const opened = new Thread({
      taskId: task.id,
      // The server does not know yet what it has not made.
      read: async () => (isMade.current ? api.comments(task.id) : []),
      listen: (listener) => theLive().listen(task.workspace_id, listener),
      onChange: changed,
    });
    setThread(opened);
    return () => opened.close();
  }, [task.id, task.workspace_id]);
  useRetryOnceConnected(thread);
  return {
    status: thread?.status ?? 'loading',
    comments: useWithPending(task, thread, changes),
    retry: () => thread?.load(),
  };
}

function useWithPending(task: Task, thread: Thread | null, changes: number) {
  const pending = useTandem((state) => state.commentOperations);
  const user = useTandem((state) => state.own?.user) ?? session.user;
  const [id, name] = [user?.id ?? '', user?.name ?? ''];
  // biome-ignore lint/correctness/useExhaustiveDependencies: `changes` stands for what changed inside the thread.
  return useMemo(
    () => withPendingComments(task.id, thread?.comments ?? [], pending, { id, name }),
    [task.id, thread, changes, pending, id, name],
  );
}

function useRetryOnceConnected(thread: Thread | null) {
  const connected = useTandem((state) => state.connection.kind === 'live');
  useEffect(() => {
    if (connected && thread?.status === 'failed') thread.load();
  }, [connected, thread]);
}
