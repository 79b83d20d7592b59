import type { Id } from '../../client/model';

const lastWorkspaceKey = 'tandem.last-workspace';

export function lastWorkspace(): Id | null {
  return localStorage.getItem(lastWorkspaceKey);
}

export function rememberWorkspace(id: Id): void {
  localStorage.setItem(lastWorkspaceKey, id);
}

export function forgetWorkspace(id: Id): void {
  if (lastWorkspace() === id) localStorage.removeItem(lastWorkspaceKey);
}
