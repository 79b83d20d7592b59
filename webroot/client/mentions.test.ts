import { expect, test } from 'vitest';
import { mentionedIn, piecesOf, queryBefore, suggestionsFor, withMention } from './mentions';

const people = [
  { user_id: '1', name: 'Ada' },
  { user_id: '2', name: 'Ada Lovelace' },
  { user_id: '3', name: 'Grace Hopper' },
  { user_id: '4', name: 'José Ramón' },
];
const mentions = (text: string) => piecesOf(text, people).flatMap(({ mention }) => mention?.user_id ?? []);

test.each([
  ['Hello @Grace Hopper, look', ['3']],
  ['@ada lovelace', ['2']],
  ['@Ada, and @Ada Lovelace', ['1', '2']],
  ['(@Ada)', ['1']],
  ['@José Ramón!', ['4']],
  ['mail ada@Ada.org', []],
  ['@Adam', []],
  ['@Grace', []],
  ['@', []],
])('%s mentions %s', (text, ids) => {
  expect(mentions(text)).toEqual(ids);
});

test('the pieces of a text are the text', () => {
  const text = '@Ada: ask @Grace Hopper, not a@b @@Ada @';
  expect(
    piecesOf(text, people)
      .map((piece) => piece.text)
      .join(''),
  ).toBe(text);
});

test('everybody is mentioned once', () => {
  expect(mentionedIn('@Ada @Ada @Grace Hopper', people)).toEqual(['1', '3']);
});

test('of two with the same name the one who was picked is meant', () => {
  const twins = [...people, { user_id: '5', name: 'Ada' }];
  expect(mentionedIn('@Ada', twins, new Set(['5']))).toEqual(['5']);
  expect(mentionedIn('@Ada', twins)).toEqual(['1', '5']);
});

test.each([
  ['Hello @gr', 'gr'],
  ['@', ''],
  ['@grace ho', 'grace ho'],
  ['no mention', null],
  ['mail@host', null],
  ['@ada\nnext line', null],
  ['@ ada', null],
])('%j has the query %j before its end', (text, query) => {
  expect(queryBefore(text.length, text)?.text ?? null).toBe(query);
});

test('suggestions fit the beginning of a name or of one of its words, accents or not', () => {
  const names = (query: string) => suggestionsFor(query, people).map(({ name }) => name);
  expect(names('ada')).toEqual(['Ada', 'Ada Lovelace']);
  expect(names('hop')).toEqual(['Grace Hopper']);
  expect(names('jose')).toEqual(['José Ramón']);
  expect(names('x')).toEqual([]);
  expect(names('')).toHaveLength(4);
});

test('a mention takes the place of what was typed, and the caret stands behind it', () => {
  const text = 'Ask @gr about it';
  const query = queryBefore(7, text);
  expect(query && withMention(text, query, 'Grace Hopper')).toEqual({
    text: 'Ask @Grace Hopper about it',
    caret: 18,
  });
});
