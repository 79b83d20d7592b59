import { expect, test } from 'vitest';
import type { Person } from './model';
import { indexPeople, others, reducePeople, viewersByTask } from './people';
import type { Ephemeral } from './protocol';
import { ada, grace, person, workspaceId } from './testing/fakes';

const alan = '00000000-0000-7000-8000-00000000000c';
const there = indexPeople([
  person({ user_id: ada, name: 'Ada', since: '2026-01-01T10:00:00Z' }),
  person({ user_id: grace, name: 'Grace', since: '2026-01-01T09:00:00Z', viewing: ['t1'] }),
]);
const after = (type: Ephemeral['type'], data: unknown) =>
  reducePeople(there, { type, workspace_id: workspaceId, data } as Ephemeral);
const update = (data: { full?: boolean; people?: Person[]; left?: string[] }) =>
  after('presence.update', { full: false, people: [], left: [], ...data });

test('somebody joins and somebody leaves', () => {
  expect(after('presence.user_joined', person({ user_id: alan })).size).toBe(3);
  expect([...after('presence.user_left', { user_id: grace, last_seen_at: '' }).keys()]).toEqual([ada]);
});

test('a full update replaces everything known', () => {
  expect([...update({ full: true, people: [person({ user_id: alan })] }).keys()]).toEqual([alan]);
});

test('an update of differences changes whom it names and nobody else', () => {
  const next = update({ people: [person({ user_id: ada, name: 'Ada', status: 'away' })], left: [grace] });
  expect([...next.values()]).toMatchObject([{ user_id: ada, status: 'away' }]);
});

test('somebody in both lists of an update is there', () => {
  expect(update({ people: [person()], left: [grace] }).has(grace)).toBe(true);
});

test('who looks at what follows', () => {
  expect(after('viewing', { user_id: grace, viewing: ['t2', 't3'] }).get(grace)?.viewing).toEqual([
    't2',
    't3',
  ]);
});

test('unknown people are left alone', () => {
  expect(after('viewing', { user_id: alan, viewing: ['t1'] })).toBe(there);
  expect(after('presence.user_left', { user_id: alan, last_seen_at: '' })).toBe(there);
});

test('the others stand by who came first, without oneself', () => {
  expect(others(there, alan).map(({ user_id }) => user_id)).toEqual([grace, ada]);
  expect(others(there, grace).map(({ user_id }) => user_id)).toEqual([ada]);
});

test('each task knows who looks at it, and keeps its list while it stays the same', () => {
  const viewers = viewersByTask(there, ada);
  expect([...viewers]).toMatchObject([['t1', [{ user_id: grace }]]]);
  const joined = after('presence.user_joined', person({ user_id: alan, viewing: ['t2'] }));
  const later = viewersByTask(joined, ada, viewers);
  expect(later.get('t1')).toBe(viewers.get('t1'));
  expect(later.get('t2')).toHaveLength(1);
  expect(viewersByTask(there, grace).size).toBe(0);
});
