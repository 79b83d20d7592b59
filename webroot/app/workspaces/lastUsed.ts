import type { Id, Workspace } from '../../client/model';
import { session } from '../state/session';

const rememberedMax = 50;
const keyOf = (userId: Id) => `tandem.used-workspaces.${userId}`;

/** The workspaces somebody has had open on this device, the last one first. */
export function usedWorkspaces(userId: Id): Id[] {
  try {
    const ids: unknown = JSON.parse(localStorage.getItem(keyOf(userId)) ?? '[]');
    return Array.isArray(ids) ? ids.filter((id): id is Id => typeof id === 'string') : [];
  } catch {
    return [];
  }
}

/** The one the person signed in had open last. */
export function lastWorkspace(): Id | null {
  return usedWorkspaces(session.user?.id ?? '')[0] ?? null;
}

export function noteUse(userId: Id, workspaceId: Id): void {
  const others = usedWorkspaces(userId).filter((id) => id !== workspaceId);
  save(userId, [workspaceId, ...others].slice(0, rememberedMax));
}

/** It is not there for them any more. */
export function forgetUse(userId: Id, workspaceId: Id): void {
  save(
    userId,
    usedWorkspaces(userId).filter((id) => id !== workspaceId),
  );
}

function save(userId: Id, ids: readonly Id[]): void {
  localStorage.setItem(keyOf(userId), JSON.stringify(ids));
}

/** Those never opened here come last, in the order they are given in. */
export function byLastUse(workspaces: readonly Workspace[], used: readonly Id[]): Workspace[] {
  const place = ({ id }: Workspace) => {
    const index = used.indexOf(id);
    return index < 0 ? used.length : index;
  };
  return workspaces.toSorted((left, right) => place(left) - place(right));
}
