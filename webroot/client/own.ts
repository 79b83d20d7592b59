import type { Id, OwnSnapshot, Position, Role, User, Workspace } from './model';
import type { LiveEvent } from './protocol';
import { indexTasks, reduceTasks, type Tasks } from './tasks';

/** What concerns only this person: who they are, where they belong, their personal tasks. */
export interface Own {
  user: User;
  /** By name. */
  workspaces: readonly Workspace[];
  tasks: Tasks;
}

export function ownOf(snapshot: OwnSnapshot): { state: Own; position: Position } {
  const { epoch, seq, user, workspaces, tasks } = snapshot;
  return {
    position: { epoch, seq },
    state: { user, workspaces: workspaces.toSorted(byName), tasks: indexTasks(tasks) },
  };
}

/** A person's own state after the next event of their log. */
export function reduceOwn(own: Own, event: LiveEvent): Own {
  switch (event.type) {
    case 'user.updated':
      return { ...own, user: event.data as User };
    case 'workspace.joined': {
      const { workspace, role } = event.data as { workspace: Workspace; role: Role };
      return withWorkspace(own, { ...workspace, role });
    }
    case 'workspace.left':
      return withoutWorkspace(own, (event.data as { workspace_id: Id }).workspace_id);
    case 'workspace.role_changed':
      return withRole(own, event.data as { workspace_id: Id; role: Role });
    default:
      return withTasks(own, event);
  }
}

/** A workspace just made, renamed or read, in its place of the list. */
export function withWorkspace(own: Own, workspace: Workspace): Own {
  const known = own.workspaces.find(({ id }) => id === workspace.id);
  const others = own.workspaces.filter(({ id }) => id !== workspace.id);
  return { ...own, workspaces: [...others, { ...known, ...workspace }].toSorted(byName) };
}

function withoutWorkspace(own: Own, workspaceId: Id): Own {
  return { ...own, workspaces: own.workspaces.filter(({ id }) => id !== workspaceId) };
}

function withRole(own: Own, { workspace_id, role }: { workspace_id: Id; role: Role }): Own {
  const workspaces = own.workspaces.map((workspace) =>
    workspace.id === workspace_id ? { ...workspace, role } : workspace,
  );
  return { ...own, workspaces };
}

function withTasks(own: Own, event: LiveEvent): Own {
  const tasks = reduceTasks(own.tasks, event);
  return tasks === own.tasks ? own : { ...own, tasks };
}

function byName(left: Workspace, right: Workspace): number {
  return left.name.localeCompare(right.name) || (left.id < right.id ? -1 : 1);
}
