import type { Id } from '../client/model';

/** The address of every page. What stands in the address bar can be bookmarked and sent to others. */
export const routes = {
  signIn: '/sign-in',
  signUp: '/sign-up',
  diagnose: '/diagnose',
  profile: '/profile',
  myTasks: '/tasks',
  workspaces: '/workspaces',
  notificationSettings: '/notifications/settings',
  join: (token: string) => `/join/${token}`,
  myTask: (taskId: Id) => `/tasks/${taskId}`,
  board: (workspaceId: Id) => `/workspaces/${workspaceId}`,
  task: (workspaceId: Id | null, taskId: Id) =>
    workspaceId === null ? `/tasks/${taskId}` : `/workspaces/${workspaceId}/tasks/${taskId}`,
  /** A task, with one of its comments in sight. */
  comment: (workspaceId: Id | null, taskId: Id, commentId: Id) =>
    `${routes.task(workspaceId, taskId)}#comment-${commentId}`,
  /** A board's or task's address, with how the board is looked at. */
  viewed: (address: string, view: string) => (view === '' ? address : `${address}?${view}`),
  members: (workspaceId: Id) => `/workspaces/${workspaceId}/members`,
  activity: (workspaceId: Id) => `/workspaces/${workspaceId}/activity`,
  settings: (workspaceId: Id) => `/workspaces/${workspaceId}/settings`,
};

const here = '?next=';

/** An address that leads on to another once somebody is signed in. */
export function withNext(address: string, next: string): string {
  return `${address}${here}${encodeURIComponent(next)}`;
}

/** Where to go after signing in. Only addresses of this app: `//elsewhere` would be another host. */
export function nextAddress(search: string): string {
  const next = new URLSearchParams(search).get('next') ?? '/';
  return /^\/(?![/\\])/.test(next) ? next : '/';
}
