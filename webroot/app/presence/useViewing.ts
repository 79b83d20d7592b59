import { useEffect } from 'react';
import type { Task } from '../../client/model';
import { theLive } from '../state/tandem';

/** Tells the others of the workspace which task is on the screen. A task the server has not made yet is nobody's business. */
export function useViewing(task: Task | undefined): void {
  const workspaceId = task?.workspace_id ?? null;
  const taskId = task !== undefined && task.number > 0 ? task.id : null;
  useEffect(() => {
    if (workspaceId === null || taskId === null) return;
    const { presence } = theLive();
    presence.look(workspaceId, taskId);
    return () => presence.lookAway();
  }, [workspaceId, taskId]);
}
