import { useEffect } from 'react';
import type { Task } from '../../client/model';
import { theLive } from '../state/tandem';
import { usePageVisible } from '../ui/usePageVisible';

/**
 * Tells the others of the workspace which task is on the screen, while the page can be seen. A task the server has not made
 * yet is nobody's business.
 */
export function useViewing(task: Task | undefined): void {
  const workspaceId = task?.workspace_id ?? null;
  const visible = usePageVisible();
  const taskId = visible && task !== undefined && task.number > 0 ? task.id : null;
  useEffect(() => {
    if (workspaceId === null || taskId === null) return;
    const { presence } = theLive();
    presence.look(workspaceId, taskId);
    return () => presence.lookAway();
  }, [workspaceId, taskId]);
}
