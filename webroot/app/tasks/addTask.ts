import type { Column, Id } from '../../client/model';
import { createTask } from '../state/commands';
import { session } from '../state/session';
import { useTandem } from '../state/tandem';
import { showToast } from '../state/toasts';
import { texts } from '../texts';
import { isFiltering, matcher, parseFilter } from './filters';

/** Adds a task to a column of the open board, and says so where the filter in the address hides it. */
export function addTask(column: Column, title: string): Id {
  const id = createTask(useTandem.getState().workspaceId, title, column.id);
  // What is made shows from the next microtask on.
  queueMicrotask(() => isHidden(id) && showToast({ kind: 'info', title: texts.filters.hidden(column.name) }));
  return id;
}

function isHidden(taskId: Id): boolean {
  const filter = parseFilter(new URLSearchParams(location.search));
  const task = useTandem.getState().board?.tasks.get(taskId);
  return (
    task !== undefined && isFiltering(filter) && !matcher(filter, { userId: session.user?.id ?? '' })(task)
  );
}
