import { expect, test } from 'vitest';
import { sourceOffset } from './caret';

test.each([
  ['Two words', 'Two ', 'w', 'Two '],
  ['# Plan\n\nThe **first** step', 'PlanThe fir', 's', '# Plan\n\nThe **fir'],
  ['# Plan\n\nThe **first** step', 'PlanThe ', 'f', '# Plan\n\nThe **'],
  ['# Plan\n\n- one', 'Plan', '', '# Plan'],
  ['# Plan\n\n- one', 'Plan', 'o', '# Plan\n\n- '],
  ['Line\nbreak', 'Line', '\n', 'Line'],
  ['Nothing pressed', '', '', ''],
])('in %j, behind %j and before %j', (source, before, next, expected) => {
  expect(source.slice(0, sourceOffset(source, { before, next }))).toBe(expected);
});
