import { expect, test } from 'vitest';
import { inviteTokenIn } from './inviteLink';

const token = 'Zk3-9_abcdefghijk';

test.each([
  [`https://tandem.example.org/join/${token}`, token],
  [`  tandem.example.org/join/${token}\n`, token],
  [`/join/${token}`, token],
  [token, token],
  [`https://elsewhere.example.net/join/${token}`, null],
  ['https://tandem.example.org/workspaces/1', null],
  ['hello there', null],
  ['', null],
])('in %j the token is %j', (pasted, found) => {
  expect(inviteTokenIn(pasted, 'tandem.example.org')).toBe(found);
});
