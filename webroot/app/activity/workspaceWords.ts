import type { Board } from '../../client/board';
import type { Id, Role } from '../../client/model';
import type { LiveEvent } from '../../client/protocol';
import { texts } from '../texts';
import { fill } from './fill';
import type { Sentence } from './wording';

const { activity } = texts;

interface Told {
  name?: string;
  role?: Role;
  user_id?: Id;
}

/** What an event about the workspace itself says: its columns, labels, members, invites. */
export function workspaceSentences(event: LiveEvent, board: Board | null): Sentence[] {
  const told = event.data as Told;
  const value = told.name ?? memberName(told.user_id, board);
  const words = activity.workspace[event.type];
  if (words !== undefined) return [sentence(words, { value })];
  return sayings[event.type]?.(event, told, value) ?? [];
}

type Saying = (event: LiveEvent, told: Told, value: string) => Sentence[];

const sayings: Record<string, Saying> = {
  'workspace.updated': (event) => [
    ...ifChanged(event, 'name', activity.workspaceRenamed),
    ...ifChanged(event, 'description', activity.workspaceDescribed),
    ...ifChanged(event, 'settings', activity.workspaceSettings),
  ],
  'column.updated': (event, _, value) => {
    const done = event.changes?.done;
    const meaning = done?.to === true ? activity.columnDone : activity.columnOpen;
    return [
      ...ifChanged(event, 'name', activity.columnRenamed),
      ...(done === undefined ? [] : [sentence(meaning, { value })]),
    ];
  },
  'label.updated': (event, _, value) => [
    ...ifChanged(event, 'name', activity.labelRenamed),
    ...ifChanged(event, 'color', activity.labelRecolored, value),
  ],
  'member.joined': (_, { role }) => [sentence(activity.joined, { value: roleWords(role) })],
  'member.updated': (_, { role }, value) => [
    sentence(activity.roleChanged, { value, into: roleWords(role) }),
  ],
  'invite.created': (_, { role }) => [sentence(activity.invited, { value: roleWords(role) })],
};

function ifChanged(event: LiveEvent, field: string, words: string, value = ''): Sentence[] {
  const delta = event.changes?.[field];
  if (delta === undefined) return [];
  return [sentence(words, { value, from: String(delta.from), into: String(delta.to) })];
}

function sentence(words: string, values: Record<string, string>): Sentence {
  return { parts: fill(words, null, values) };
}

function memberName(userId: Id | undefined, board: Board | null): string {
  return board?.members.find(({ user_id }) => user_id === userId)?.name ?? activity.former.member;
}

function roleWords(role: Role | undefined): string {
  return role === undefined ? '' : activity.roles[role];
}
