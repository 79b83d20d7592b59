import { expect, test } from 'vitest';
import type { Member, Role } from '../../client/model';
import { findMembers } from './findMembers';

const member = (name: string, role: Role, email = `${name}@example.org`) =>
  ({ user_id: name, name, email, role }) as Member;
const members = [
  member('Zoë Ångström', 'member', 'zoe@example.org'),
  member('Alan', 'viewer'),
  member('Grace Hopper', 'admin', 'g.hopper@navy.example'),
  member('Ada', 'owner'),
];
const found = (typed: string) => findMembers(members, typed).map(({ name }) => name);

test('without a word everybody is there, who may most first', () => {
  expect(found(' ')).toEqual(['Ada', 'Grace Hopper', 'Zoë Ångström', 'Alan']);
});

test.each([
  ['zoe', ['Zoë Ångström']],
  ['ANGSTROM', ['Zoë Ångström']],
  ['navy', ['Grace Hopper']],
  ['hop gra', ['Grace Hopper']],
  ['nobody', []],
])('%s finds %j', (typed, names) => {
  expect(found(typed)).toEqual(names);
});
