import type { Id, Task } from '../../client/model';
import type { Mute } from '../../client/notice';
import { attempt } from '../state/errors';
import { api } from '../state/session';
import { patchOwn, theLive, useTandem } from '../state/tandem';
import { texts } from '../texts';

export const muteOfTask = ({ id, workspace_id }: Pick<Task, 'id' | 'workspace_id'>): Mute => ({
  workspace_id,
  task_id: id,
});

export const muteOfWorkspace = (id: Id): Mute => ({ workspace_id: id, task_id: null });

/** Whether exactly this is muted: a task of a muted workspace need not be. */
export function isMuted(mutes: readonly Mute[], { workspace_id, task_id }: Mute): boolean {
  return mutes.some((mute) => mute.workspace_id === workspace_id && mute.task_id === task_id);
}

export function useMuted(mute: Mute): boolean {
  return useTandem((state) => state.own !== null && isMuted(state.own.mutes, mute));
}

/** Shows at once, and goes back with a reason when it was refused. */
export async function setMuted(mute: Mute, muted: boolean): Promise<void> {
  patchMute(mute, muted);
  const failed = muted ? texts.mutes.couldNotMute : texts.mutes.couldNotUnmute;
  const done = await attempt(failed, async () => {
    await (muted ? requestMute(mute) : requestUnmute(mute));
    theLive().changedOverRest(null);
  });
  if (!done) patchMute(mute, !muted);
}

function requestMute({ workspace_id, task_id }: Mute): Promise<void> {
  return task_id === null ? api.muteWorkspace(workspace_id ?? '') : api.muteTask(task_id);
}

function requestUnmute({ workspace_id, task_id }: Mute): Promise<void> {
  return task_id === null ? api.unmuteWorkspace(workspace_id ?? '') : api.unmuteTask(task_id);
}

function patchMute(mute: Mute, muted: boolean): void {
  patchOwn((own) => {
    const others = own.mutes.filter((other) => !isMuted([other], mute));
    return { ...own, mutes: muted ? [...others, mute] : others };
  });
}
