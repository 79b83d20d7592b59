import { expect, test } from 'vitest';
import { sourceOffset } from './caret';

test.each([
  ['Two words', 'Two ', 'Two'],
  ['# Plan\n\nThe **first** step', 'PlanThe fir', '# Plan\n\nThe **fir'],
  ['- one\n- two', 'one\ntw', '- one\n- tw'],
  ['Line\nbreak', 'Line', 'Line'],
  ['Nothing pressed', '', ''],
])('in %j, behind %j of what is shown', (source, rendered, before) => {
  expect(source.slice(0, sourceOffset(source, rendered))).toBe(before);
});
