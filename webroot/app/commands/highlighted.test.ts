import { expect, test } from 'vitest';
import { highlighted } from './highlighted';

test('what was looked for stands apart', () => {
  const pieces = highlighted('The ferns, too', [
    [4, 8],
    [11, 14],
  ]);
  expect(pieces.map(({ text }) => text)).toEqual(['The ', 'fern', 's, ', 'too']);
  expect(pieces.map(({ hit }) => hit)).toEqual([false, true, false, true]);
});

test('a text without hits is one piece', () => {
  expect(highlighted('The ferns', [])).toEqual([{ text: 'The ferns', hit: false }]);
});
