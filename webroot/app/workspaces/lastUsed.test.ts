import { expect, test } from 'vitest';
import type { Workspace } from '../../client/model';
import { byLastUse, forgetUse, noteUse, usedWorkspaces } from './lastUsed';

test('the one last open comes first, each once, and everybody has a list of their own', () => {
  for (const id of ['a', 'b', 'a']) noteUse('ada', id);
  noteUse('grace', 'c');
  expect(usedWorkspaces('ada')).toEqual(['a', 'b']);
  expect(usedWorkspaces('grace')).toEqual(['c']);
});

test('one that is gone leads nobody there again', () => {
  noteUse('ada', 'a');
  noteUse('ada', 'b');
  forgetUse('ada', 'b');
  expect(usedWorkspaces('ada')).toEqual(['a']);
});

test('what cannot be read counts as nothing', () => {
  localStorage.setItem('tandem.used-workspaces.ada', '{"broken');
  expect(usedWorkspaces('ada')).toEqual([]);
  localStorage.setItem('tandem.used-workspaces.ada', '7');
  expect(usedWorkspaces('ada')).toEqual([]);
});

test('those never opened come last, in the order they were in', () => {
  const workspaces = ['a', 'b', 'c', 'd'].map((id) => ({ id }) as Workspace);
  expect(byLastUse(workspaces, ['c', 'gone', 'b']).map(({ id }) => id)).toEqual(['c', 'b', 'a', 'd']);
});
