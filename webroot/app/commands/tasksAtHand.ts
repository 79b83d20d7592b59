import { roleOf } from '../../client/board';
import type { Id, Task } from '../../client/model';
import { can } from '../state/permissions';
import { session } from '../state/session';
import { type Tandem, useTandem } from '../state/tandem';

/** A task of the open workspace, or a personal one. */
export function taskAtHand(id: Id | null, state: Tandem = useTandem.getState()): Task | undefined {
  if (id === null) return undefined;
  return state.board?.tasks.get(id) ?? state.own?.tasks.get(id);
}

export function mayChangeTask(task: Task, state: Tandem = useTandem.getState()): boolean {
  return task.workspace_id === null || mayChangeTasks(state);
}

/** In the open workspace. */
export function mayChangeTasks({ board }: Tandem = useTandem.getState()): boolean {
  return board !== null && can(roleOf(board, session.user?.id ?? ''), 'change-tasks');
}

export function mayManage({ board }: Tandem = useTandem.getState()): boolean {
  return board !== null && can(roleOf(board, session.user?.id ?? ''), 'manage-workspace');
}
