import { expect, test } from 'vitest';
import type { Workspace } from './model';
import type { Preferences } from './notice';
import { ownOf, reduceOwn, withPendingOwn, withWorkspace } from './own';
import type { LiveEvent } from './protocol';
import { ada, event, operation, task } from './testing/fakes';

const user = { id: ada, name: 'Ada', email: 'ada@x', time_zone: 'UTC', created_at: '' };
const workspace = (id: string, name: string): Workspace => ({
  id,
  name,
  description: '',
  settings: {},
  role: 'member',
  created_by: ada,
  created_at: '',
  updated_at: '',
  version: 1,
  member_count: 1,
});
const { state: own } = ownOf({
  epoch: 'e',
  seq: 0,
  user,
  workspaces: [workspace('1', 'Letters'), workspace('2', 'Archive')],
  tasks: [],
});
const after = (type: LiveEvent['type'], data: unknown) => reduceOwn(own, event(1, type, data));
const names = (state: typeof own) => state.workspaces.map(({ name }) => name);

test('workspaces stand by name', () => {
  expect(names(own)).toEqual(['Archive', 'Letters']);
});

test('a workspace joined appears with the role in it', () => {
  const joined = after('workspace.joined', { workspace: workspace('3', 'Books'), role: 'viewer' });
  expect(names(joined)).toEqual(['Archive', 'Books', 'Letters']);
  expect(joined.workspaces[1]?.role).toBe('viewer');
});

test('a workspace left is gone', () => {
  expect(names(after('workspace.left', { workspace_id: '1', reason: 'removed' }))).toEqual(['Archive']);
});

test('a changed role shows', () => {
  const changed = after('workspace.role_changed', { workspace_id: '1', role: 'admin' });
  expect(changed.workspaces[1]?.role).toBe('admin');
});

test('a new name of the person shows', () => {
  expect(after('user.updated', { ...user, name: 'Countess' }).user.name).toBe('Countess');
});

test('personal tasks live in the same log', () => {
  const made = after('task.created', task({ id: 'p', workspace_id: null, column_id: null }));
  expect(made.tasks.get('p')?.title).toBe('Write the letter');
});

test('a renamed workspace moves to its place and keeps the role', () => {
  const { role: _, ...renamed } = workspace('2', 'Zoo');
  const list = withWorkspace(own, renamed).workspaces;
  expect(list.map(({ name, role }) => [name, role])).toEqual([
    ['Letters', 'member'],
    ['Zoo', 'member'],
  ]);
});

test('a snapshot of an older server leaves nothing undefined', () => {
  expect(own).toMatchObject({ status: 'available', unreadNotifications: 0, preferences: null, mutes: [] });
  expect(own.seen.size).toBe(0);
});

test('every event about notifications says how many are unread', () => {
  expect(after('notification.new', { notification: {}, unread: 3 }).unreadNotifications).toBe(3);
  expect(after('notification.updated', { notification: {}, unread: 2 }).unreadNotifications).toBe(2);
  expect(after('notification.read', { ids: null, unread: 0 }).unreadNotifications).toBe(0);
});

test('the status, preferences and what was seen follow the log', () => {
  const preferences: Preferences = { kinds: {}, digest: 'weekly', digest_hour: 8, due_soon_hours: 24 };
  expect(after('user.status_changed', { status: 'away' }).status).toBe('away');
  expect(after('notification.preferences_changed', preferences).preferences).toEqual(preferences);
  expect(after('workspace.seen', { workspace_id: '1', seq: 44 }).seen.get('1')).toBe(44);
});

test('a mute comes once, however often it is said, and goes', () => {
  const mute = { workspace_id: '1', task_id: 't1' };
  const muted = reduceOwn(after('notification.muted', mute), event(2, 'notification.muted', mute));
  expect(muted.mutes).toEqual([mute]);
  const wholeWorkspace = { workspace_id: '1', task_id: null };
  expect(reduceOwn(muted, event(3, 'notification.unmuted', wholeWorkspace)).mutes).toEqual([mute]);
  expect(reduceOwn(muted, event(3, 'notification.unmuted', mute)).mutes).toEqual([]);
});

test('a status just chosen shows before the server knows of it', () => {
  const choosing = operation('op', { type: 'status', data: { status: 'do_not_disturb' } }, null);
  expect(withPendingOwn(own, [choosing]).status).toBe('do_not_disturb');
  expect(withPendingOwn(own, [])).toBe(own);
});

test('reading counts before the server has answered', () => {
  const unread = { ...own, unreadNotifications: 2 };
  const reading = operation('op', { type: 'notification.read', data: { notification_id: 'n' } }, null);
  const readingAll = operation('op2', { type: 'notification.read_all', data: {} }, null);
  const readingSome = operation('op3', { type: 'notification.read_all', data: { workspace_id: '1' } }, null);
  expect(withPendingOwn(unread, [reading]).unreadNotifications).toBe(1);
  expect(withPendingOwn(unread, [readingAll]).unreadNotifications).toBe(0);
  expect(withPendingOwn(unread, [readingSome]).unreadNotifications).toBe(2);
});
