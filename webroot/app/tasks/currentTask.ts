import type { Id } from '../../client/model';

/** The task that keys and commands are about: the open one, else the one with the focus, else the one under the pointer. */
export function currentTaskId(): Id | null {
  const open = location.pathname.match(/\/tasks\/([^/]+)$/)?.[1];
  return (
    open ?? taskIdAt(document.activeElement) ?? taskIdAt([...document.querySelectorAll(':hover')].at(-1))
  );
}

function taskIdAt(element: Element | null | undefined): Id | null {
  const task = element?.closest('li, .task-row')?.querySelector<HTMLElement>('[data-task-id]');
  return task?.dataset.taskId ?? null;
}
