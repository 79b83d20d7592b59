import type { Id, OwnSnapshot, Position, Role, Status, User, Workspace } from './model';
import type { Mute, Preferences } from './notice';
import type { Operation } from './operation';
import { withPending } from './optimistic';
import type { LiveEvent } from './protocol';
import { indexTasks, reduceTasks, type Tasks } from './tasks';

/** What concerns only this person: who they are, where they belong, their personal tasks, what they are told. */
export interface Own {
  user: User;
  /** By name. */
  workspaces: readonly Workspace[];
  tasks: Tasks;
  /** What they chose; `away` by itself is not in it. */
  status: Status;
  unreadNotifications: number;
  /** `null`: an older server, which knows none. */
  preferences: Preferences | null;
  mutes: readonly Mute[];
  /** How far each workspace's changes have been looked at. */
  seen: ReadonlyMap<Id, number>;
}

export function ownOf(snapshot: OwnSnapshot): { state: Own; position: Position } {
  const { epoch, seq, user, workspaces, tasks } = snapshot;
  return {
    position: { epoch, seq },
    state: {
      user,
      workspaces: workspaces.toSorted(byName),
      tasks: indexTasks(tasks),
      status: snapshot.status ?? 'available',
      unreadNotifications: snapshot.unread_notifications ?? 0,
      preferences: snapshot.preferences ?? null,
      mutes: snapshot.mutes ?? [],
      seen: new Map((snapshot.seen ?? []).map(({ workspace_id, seq }) => [workspace_id, seq])),
    },
  };
}

/** A person's own state after the next event of their log. */
export function reduceOwn(own: Own, event: LiveEvent): Own {
  const change = changes[event.type];
  return change ? change(own, event.data) : withTasks(own, event);
}

/** What it will be when everything still under way has been accepted. */
export function withPendingOwn(own: Own, pending: readonly Operation[]): Own {
  if (pending.length === 0) return own;
  const tasks = withPending(own.tasks, pending, { columns: [] });
  return pending.reduce(withOperation, tasks === own.tasks ? own : { ...own, tasks });
}

function withOperation(own: Own, operation: Operation): Own {
  if (operation.type === 'status') return { ...own, status: operation.data.status };
  if (operation.type === 'workspace.seen') return withSeen(own, operation.data);
  return { ...own, unreadNotifications: unreadWith(own.unreadNotifications, operation) };
}

/** Reading all of one workspace takes away as many as only the server knows. */
function unreadWith(unread: number, operation: Operation): number {
  if (operation.type === 'notification.read') return Math.max(0, unread - 1);
  const all = operation.type === 'notification.read_all' && operation.data.workspace_id === undefined;
  return all ? 0 : unread;
}

type Change = (own: Own, data: unknown) => Own;

const withUnread: Change = (own, data) => ({
  ...own,
  unreadNotifications: (data as { unread: number }).unread,
});

const changes: Record<string, Change> = {
  'user.updated': (own, data) => ({ ...own, user: data as User }),
  'user.status_changed': (own, data) => ({ ...own, status: (data as { status: Status }).status }),
  'workspace.joined': (own, data) => {
    const { workspace, role } = data as { workspace: Workspace; role: Role };
    return withWorkspace(own, { ...workspace, role });
  },
  'workspace.left': (own, data) => withoutWorkspace(own, (data as { workspace_id: Id }).workspace_id),
  'workspace.role_changed': (own, data) => withRole(own, data as { workspace_id: Id; role: Role }),
  'workspace.seen': (own, data) => withSeen(own, data as { workspace_id: Id; seq: number }),
  'notification.new': withUnread,
  'notification.updated': withUnread,
  'notification.read': withUnread,
  'notification.preferences_changed': (own, data) => ({ ...own, preferences: data as Preferences }),
  'notification.muted': (own, data) => ({ ...own, mutes: [...unmuted(own, data as Mute), muteOf(data)] }),
  'notification.unmuted': (own, data) => ({ ...own, mutes: unmuted(own, data as Mute) }),
};

function muteOf(data: unknown): Mute {
  const { workspace_id, task_id } = data as Mute;
  return { workspace_id, task_id };
}

function unmuted(own: Own, { workspace_id, task_id }: Mute): Mute[] {
  return own.mutes.filter((mute) => mute.workspace_id !== workspace_id || mute.task_id !== task_id);
}

function withSeen(own: Own, { workspace_id, seq }: { workspace_id: Id; seq: number }): Own {
  return { ...own, seen: new Map(own.seen).set(workspace_id, seq) };
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
