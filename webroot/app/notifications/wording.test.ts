import { expect, test } from 'vitest';
import { workspaceId } from '../../client/testing/fakes';
import { notification } from '../testing/notifications';
import { addressOf } from './target';
import { sentenceOf, taskLine } from './wording';

const now = new Date(2026, 2, 10, 12);
const at = (day: number, hour: number) => new Date(2026, 2, day, hour).toISOString();
const mine = [{ id: workspaceId }];
const comment = { id: 'c1', excerpt: 'Looks good' };

test.each([
  ['Grace assigned you', {}],
  ['Grace completed', { kind: 'completed' }],
  ['Grace mentioned you', { kind: 'mentioned', comment }],
  ['Grace mentioned you 3 times', { kind: 'mentioned', comment, count: 3 }],
  ['Grace commented', { kind: 'commented', comment }],
  ['Grace wrote the latest of 4 comments', { kind: 'commented', comment, count: 4 }],
  ['Due tomorrow at 17:00', { kind: 'due_soon', actor: null, due_at: at(11, 17) }],
  ['Was due yesterday at 17:00', { kind: 'due_soon', actor: null, due_at: at(9, 17) }],
  ['Grace invited you to Launch as viewer', { kind: 'invited', role: 'viewer', task: null }],
  ['Grace joined Launch', { kind: 'joined', task: null }],
  ['Grace left Launch', { kind: 'left', task: null }],
  ['Grace removed Alan from Launch', { kind: 'left', task: null, person: { id: 'alan', name: 'Alan' } }],
  ['Grace made you admin in Launch', { kind: 'role_changed', role: 'admin', task: null }],
  ['Somebody assigned you', { actor: null }],
] as const)('a notification says “%s”', (sentence, fields) => {
  expect(sentenceOf(notification(fields), mine, now)).toBe(sentence);
});

test('who was removed reads that, not that somebody left', () => {
  expect(sentenceOf(notification({ kind: 'left', task: null }), [])).toBe('Grace removed you from Launch');
});

test('the task stands under the sentence', () => {
  expect(taskLine(notification())).toBe('#7 Write the letter');
  expect(taskLine(notification({ task: null }))).toBeNull();
});

test.each([
  ['a task', {}, `/workspaces/${workspaceId}/tasks/t1`],
  [
    'a comment',
    { kind: 'commented', comment: { id: 'c1', excerpt: '' } },
    `/workspaces/${workspaceId}/tasks/t1#comment-c1`,
  ],
  ['a personal task', { workspace_id: null }, '/tasks/t1'],
  ['a new member', { kind: 'joined', task: null }, `/workspaces/${workspaceId}/members`],
  ['an invite', { kind: 'invited', invite_url: 'https://tandem.example/join/abc' }, '/join/abc'],
  ['an invite of which no link is known', { kind: 'invited' }, null],
] as const)('%s leads to its page', (_, fields, address) => {
  expect(addressOf(notification(fields), mine)).toBe(address);
});

test('a workspace one is not in any more leads nowhere', () => {
  expect(addressOf(notification(), [])).toBeNull();
});
