import { randomUUID } from 'node:crypto';
import type { Comment, Label, Role, SignedIn, Task, Workspace, WorkspaceSnapshot } from '../../client/model';
import type { LiveEvent } from '../../client/protocol';

export interface Account extends SignedIn {
  email: string;
  password: string;
}

/** What a test sets up without a browser, through the same interface other programs use. */
export class Rest {
  constructor(readonly url: string) {}

  /** Everybody is new in every test, so tests cannot meet. */
  async register(name: string): Promise<Account> {
    const email = newEmail(name);
    const password = randomUUID();
    const signedIn = await this.send<SignedIn>('POST', '/api/auth/register', { email, password, name });
    return { ...signedIn, email, password };
  }

  /** A session of its own, as on another device. */
  signIn({ email, password }: Account): Promise<SignedIn> {
    return this.send('POST', '/api/auth/login', { email, password });
  }

  createWorkspace(owner: Account, name: string): Promise<Workspace> {
    return this.send('POST', '/api/workspaces', { name }, owner);
  }

  async createInvite(owner: Account, workspaceId: string, wishes: object = {}): Promise<string> {
    const address = `/api/workspaces/${workspaceId}/invites`;
    const invite = await this.send<{ invite_token: string }>('POST', address, wishes, owner);
    return invite.invite_token;
  }

  async addMember(owner: Account, workspaceId: string, guest: Account, role: Role): Promise<void> {
    const invite_token = await this.createInvite(owner, workspaceId, { role });
    await this.send('POST', '/api/workspaces/join', { invite_token }, guest);
  }

  changeRole(owner: Account, workspaceId: string, member: Account, role: Role): Promise<void> {
    return this.send('PATCH', `/api/workspaces/${workspaceId}/members/${member.user.id}`, { role }, owner);
  }

  createLabel(owner: Account, workspaceId: string, name: string, color: string): Promise<Label> {
    return this.send('POST', `/api/workspaces/${workspaceId}/labels`, { name, color }, owner);
  }

  createTask(author: Account, workspaceId: string, title: string, fields: object = {}): Promise<Task> {
    return this.send('POST', '/api/tasks', { workspace_id: workspaceId, title, ...fields }, author);
  }

  changeTask(author: Account, task: Task, fields: object): Promise<Task> {
    return this.send('PATCH', `/api/tasks/${task.id}`, fields, author);
  }

  moveTask(author: Account, task: Task, place: object): Promise<Task> {
    return this.send('POST', `/api/tasks/${task.id}/move`, place, author);
  }

  async deleteTask(author: Account, task: Task): Promise<void> {
    await this.send('DELETE', `/api/tasks/${task.id}`, undefined, author);
  }

  async deleteWorkspace(owner: Account, workspaceId: string): Promise<void> {
    await this.send('DELETE', `/api/workspaces/${workspaceId}`, undefined, owner);
  }

  comment(author: Account, task: Task, text: string): Promise<Comment> {
    return this.send('POST', `/api/tasks/${task.id}/comments`, { text }, author);
  }

  snapshot(reader: Account, workspaceId: string): Promise<WorkspaceSnapshot> {
    return this.send('GET', `/api/workspaces/${workspaceId}/snapshot`, undefined, reader);
  }

  /** All that has happened in a workspace. */
  async events(reader: Account, workspaceId: string): Promise<LiveEvent[]> {
    const { epoch } = await this.snapshot(reader, workspaceId);
    const address = `/api/workspaces/${workspaceId}/events?since=0&epoch=${epoch}`;
    const { events } = await this.send<{ events: LiveEvent[] }>('GET', address, undefined, reader);
    return events;
  }

  private async send<Answer>(method: string, path: string, body?: unknown, as?: Account): Promise<Answer> {
    const response = await fetch(this.url + path, {
      method,
      headers: {
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...(as && { Authorization: `Bearer ${as.access_token}` }),
      },
      body: body === undefined ? null : JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as Answer;
  }
}

export function newEmail(name: string): string {
  return `${name.toLowerCase().replaceAll(' ', '.')}-${randomUUID().slice(0, 8)}@example.org`;
}
