import type { Id } from '../../client/model';

/** The task a key is meant for: the open one, else the one with the focus, else the one below the mouse. */
export function currentTaskId(): Id | null {
  return openTaskId() ?? focusedTaskId() ?? hoveredTaskId();
}

function openTaskId(): Id | null {
  return location.pathname.match(/\/tasks\/([^/]+)\/?$/)?.[1] ?? null;
}

function focusedTaskId(): Id | null {
  return taskIdAt(document.activeElement?.closest('li')?.querySelector('[data-task-id]'));
}

function hoveredTaskId(): Id | null {
  return taskIdAt(document.querySelector('li:hover [data-task-id]'));
}

/** Whatever leads to a task carries its id. */
function taskIdAt(link: Element | null | undefined): Id | null {
  return link?.getAttribute('data-task-id') ?? null;
}
