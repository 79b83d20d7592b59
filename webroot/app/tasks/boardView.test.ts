import { expect, test } from 'vitest';
import { parseView, printView, rememberedLayout, rememberLayout } from './boardView';

test('an address says all of how a board is looked at', () => {
  const search = 'q=plan&assignee=me,grace&view=list&sort=due';
  expect(printView(parseView(search, 'board'))).toBe(search);
});

test('an address that says nothing shows what was looked at last', () => {
  expect(parseView('', 'list').layout).toBe('list');
  expect(parseView('view=board', 'list').layout).toBe('board');
  expect(parseView('sort=nonsense', 'board').sort).toBe('manual');
});

test('the board as it is needs no words', () => {
  expect(printView(parseView('', 'board'))).toBe('');
});

test('every workspace is remembered by itself', () => {
  rememberLayout('launch', 'list');
  expect(rememberedLayout('launch')).toBe('list');
  expect(rememberedLayout('home')).toBe('board');
  rememberLayout('launch', 'board');
  expect(rememberedLayout('launch')).toBe('board');
});
