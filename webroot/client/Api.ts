import { Http, request } from './Http';
import { randomId } from './ids';
import type {
  Column,
  Comment,
  Id,
  Instant,
  Invite,
  Label,
  LabelColor,
  MemberSeen,
  NewInvite,
  OwnSnapshot,
  Page,
  Position,
  Role,
  ServerConfig,
  SignedIn,
  Status,
  Task,
  User,
  Workspace,
  WorkspacePresence,
  WorkspaceSnapshot,
} from './model';
import type { Mute, NotificationKind, NotificationPage, Preferences, Seen } from './notice';
import type { LiveEvent } from './protocol';
import type { Session } from './Session';
import type { Found } from './search';

export interface InviteWishes {
  role: Role;
  max_uses?: number;
  expires_in_hours: number;
  email_domain?: string;
  /** Only this person may use it. They are told. */
  email?: string;
}

export interface ActivityWishes {
  cursor?: string | null;
  limit?: number;
  task_id?: Id;
  actor_id?: Id;
  type?: string;
  since?: Instant;
}

export interface NotificationWishes {
  cursor?: string | null;
  limit?: number;
  unread?: boolean;
  kind?: NotificationKind;
  workspace_id?: Id;
}

export type ProfileChange =
  | { name: string }
  | { time_zone: string }
  | { email: string; current_password: string }
  | { password: string; current_password: string };

/** Exchanges a refresh token. Stands apart because it must not wait for itself. */
export function refreshTokens(refreshToken: string): Promise<SignedIn> {
  return request('POST', '/api/auth/refresh', { refresh_token: refreshToken });
}

/** The REST API, one method per route. Mutations carry an operation id, so that a retry changes nothing twice. */
export class Api {
  private readonly http: Http;

  constructor(session: Session) {
    this.http = new Http(session);
  }

  config = () => request<ServerConfig>('GET', '/api/config');

  register = (wishes: { email: string; password: string; name: string }) =>
    request<SignedIn>('POST', '/api/auth/register', wishes);
  signIn = (proof: { email: string; password: string }) =>
    request<SignedIn>('POST', '/api/auth/login', proof);
  signOut = (everywhere = false) => this.post<void>('/api/auth/logout', { everywhere });

  changeProfile = (change: ProfileChange) => this.http.request<User>('PATCH', '/api/me', change, randomId());
  ownSnapshot = () => this.get<OwnSnapshot>('/api/me/snapshot');

  workspaceSnapshot = (id: Id) => this.get<WorkspaceSnapshot>(`/api/workspaces/${id}/snapshot`);
  createWorkspace = (id: Id, name: string) => this.post<Workspace>('/api/workspaces', { id, name });
  changeWorkspace = (id: Id, wishes: Pick<Workspace, 'name' | 'description' | 'settings'>) =>
    this.http.request<Workspace>('PUT', `/api/workspaces/${id}`, wishes, randomId());
  deleteWorkspace = (id: Id) => this.delete(`/api/workspaces/${id}`);
  leaveWorkspace = (id: Id) => this.post<void>(`/api/workspaces/${id}/leave`);
  transferWorkspace = (id: Id, userId: Id) =>
    this.post<Workspace>(`/api/workspaces/${id}/transfer`, { user_id: userId });

  createColumn = (workspaceId: Id, wishes: { name: string }) =>
    this.post<Column>(`/api/workspaces/${workspaceId}/columns`, wishes);
  changeColumn = (workspaceId: Id, id: Id, change: { name?: string; done?: boolean }) =>
    this.patch<Column>(`/api/workspaces/${workspaceId}/columns/${id}`, change);
  moveColumn = (workspaceId: Id, id: Id, place: { before_id: Id } | { after_id: Id }) =>
    this.post<Column>(`/api/workspaces/${workspaceId}/columns/${id}/move`, place);
  deleteColumn = (workspaceId: Id, id: Id, moveTo: Id | null) =>
    this.delete(`/api/workspaces/${workspaceId}/columns/${id}${moveTo === null ? '' : `?move_to=${moveTo}`}`);

  createLabel = (workspaceId: Id, wishes: { name: string; color: LabelColor }) =>
    this.post<Label>(`/api/workspaces/${workspaceId}/labels`, wishes);
  changeLabel = (workspaceId: Id, id: Id, change: { name?: string; color?: LabelColor }) =>
    this.patch<Label>(`/api/workspaces/${workspaceId}/labels/${id}`, change);
  deleteLabel = (workspaceId: Id, id: Id) => this.delete(`/api/workspaces/${workspaceId}/labels/${id}`);

  changeMember = (workspaceId: Id, userId: Id, role: Role) =>
    this.patch<MemberSeen>(`/api/workspaces/${workspaceId}/members/${userId}`, { role });
  removeMember = (workspaceId: Id, userId: Id) =>
    this.delete(`/api/workspaces/${workspaceId}/members/${userId}`);

  invites = (workspaceId: Id) => this.all<Invite>(`/api/workspaces/${workspaceId}/invites`);
  createInvite = (workspaceId: Id, wishes: InviteWishes) =>
    this.post<NewInvite>(`/api/workspaces/${workspaceId}/invites`, wishes);
  revokeInvite = (workspaceId: Id, id: Id) => this.delete(`/api/workspaces/${workspaceId}/invites/${id}`);
  previewInvite = (token: string) =>
    request<{ workspace_name: string }>('GET', `/api/invites/${encodeURIComponent(token)}`);
  join = (token: string) =>
    this.post<{ workspace_id: Id; role: Role }>('/api/workspaces/join', { invite_token: token });

  comments = (taskId: Id) => this.all<Comment>(`/api/tasks/${taskId}/comments`);
  taskActivity = (taskId: Id, wishes: Pick<ActivityWishes, 'cursor' | 'limit'> = {}) =>
    this.get<Page<LiveEvent>>(`/api/tasks/${taskId}/activity${query(wishes)}`);
  workspaceActivity = (id: Id, wishes: ActivityWishes = {}) =>
    this.get<Page<LiveEvent>>(`/api/workspaces/${id}/activity${query(wishes)}`);
  seen = () => this.get<{ items: Seen[] }>('/api/me/seen');
  workspaceSeen = (id: Id) => this.get<Seen>(`/api/workspaces/${id}/seen`);

  members = (workspaceId: Id) => this.all<MemberSeen>(`/api/workspaces/${workspaceId}/members`);
  someMembers = (workspaceId: Id, limit: number) =>
    this.get<Page<MemberSeen>>(`/api/workspaces/${workspaceId}/members?limit=${limit}`);
  presence = (workspaceId: Id) => this.get<WorkspacePresence>(`/api/workspaces/${workspaceId}/presence`);
  status = () => this.get<{ status: Status }>('/api/me/status');

  notifications = (wishes: NotificationWishes = {}) =>
    this.get<NotificationPage>(`/api/notifications${query(wishes)}`);
  readNotification = (id: Id) => this.post<{ unread: number }>(`/api/notifications/${id}/read`);
  readAllNotifications = (workspaceId?: Id) =>
    this.post<{ unread: number }>(
      '/api/notifications/read-all',
      workspaceId === undefined ? {} : { workspace_id: workspaceId },
    );
  preferences = () => this.get<Preferences>('/api/notifications/preferences');
  changePreferences = (preferences: Preferences) =>
    this.put<Preferences>('/api/notifications/preferences', preferences);
  mutes = () => this.get<{ items: Mute[] }>('/api/notifications/mutes');
  muteWorkspace = (id: Id) => this.put<void>(`/api/workspaces/${id}/mute`);
  unmuteWorkspace = (id: Id) => this.delete(`/api/workspaces/${id}/mute`);
  muteTask = (id: Id) => this.put<void>(`/api/tasks/${id}/mute`);
  unmuteTask = (id: Id) => this.delete(`/api/tasks/${id}/mute`);

  /** What a link in an e-mail ends: a kind, `digest` or `all`. Needs nobody to be signed in. */
  previewUnsubscribe = (token: string) => request<{ kind: string }>('GET', unsubscribeAddress(token));
  unsubscribe = (token: string) => request<{ kind: string }>('POST', unsubscribeAddress(token));

  /** Tasks of all the person's workspaces, and their own, the best first. */
  search = (q: string, limit: number) => this.get<Page<Found>>(`/api/search${query({ q, limit })}`);

  task = (id: Id) => this.get<Task>(`/api/tasks/${id}`);
  assignedToMe = (workspaceId?: Id) =>
    this.all<Task>(
      `/api/tasks?assigned_to=me&completed=false${workspaceId === undefined ? '' : `&workspace_id=${workspaceId}`}`,
    );

  /** Where a workspace's log ends now. */
  position = async (workspaceId: Id): Promise<Position> => {
    const { head } = await this.workspaceSeen(workspaceId);
    const events = await this.get<Position>(`/api/workspaces/${workspaceId}/events?since=${head}&limit=1`);
    return { epoch: events.epoch, seq: head };
  };

  private get<Body>(path: string): Promise<Body> {
    return this.http.request('GET', path);
  }

  private post<Body>(path: string, body?: unknown): Promise<Body> {
    return this.http.request('POST', path, body, randomId());
  }

  private patch<Body>(path: string, body: unknown): Promise<Body> {
    return this.http.request('PATCH', path, body, randomId());
  }

  private put<Body>(path: string, body?: unknown): Promise<Body> {
    return this.http.request('PUT', path, body, randomId());
  }

  private delete(path: string): Promise<void> {
    return this.http.request('DELETE', path, undefined, randomId());
  }

  /** Every page of a list, in order. */
  private async all<Item>(path: string): Promise<Item[]> {
    const items: Item[] = [];
    let cursor: string | null = null;
    do {
      const separator = path.includes('?') ? '&' : '?';
      const more: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const page: Page<Item> = await this.get(`${path}${separator}limit=200${more}`);
      items.push(...page.items);
      cursor = page.next_cursor;
    } while (cursor !== null);
    return items;
  }
}

const unsubscribeAddress = (token: string) => `/api/notifications/unsubscribe/${encodeURIComponent(token)}`;

/** The part of an address behind the `?`, without what is not wished for. */
function query(wishes: object): string {
  const wished = Object.entries(wishes).filter(([, value]) => value !== undefined && value !== null);
  if (wished.length === 0) return '';
  return `?${new URLSearchParams(wished.map(([name, value]) => [name, String(value)]))}`;
}
