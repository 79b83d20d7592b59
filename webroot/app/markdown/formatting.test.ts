import { expect, test } from 'vitest';
import { bold, italic, link, nextItem, type Selected } from './formatting';

/** `|` is the caret, or stands at both ends of the selection. */
function selected(drawn: string): Selected {
  const from = drawn.indexOf('|');
  const last = drawn.lastIndexOf('|');
  return { text: drawn.replaceAll('|', ''), from, to: last === from ? from : last - 1 };
}

function drawn({ text, from, to }: Selected): string {
  const inside = from === to ? '|' : `|${text.slice(from, to)}|`;
  return text.slice(0, from) + inside + text.slice(to);
}

test.each([
  ['make |this| stand out', 'make **|this|** stand out'],
  ['make **|this|** stand out', 'make |this| stand out'],
  ['make |**this**| stand out', 'make |this| stand out'],
  ['the wo|rd here', 'the **|word|** here'],
  ['nothing |', 'nothing **|**'],
  ['a | spaced | one', 'a  **|spaced|**  one'],
])('bold: %s becomes %s', (before, after) => {
  expect(drawn(bold(selected(before)))).toBe(after);
});

test('italic works the same', () => {
  expect(drawn(italic(selected('really |so|')))).toBe('really _|so|_');
});

test.each([
  ['see |the plan|', 'see [the plan](|)'],
  ['see |', 'see [|]()'],
  ['see |https://example.org/plan|', 'see [|](https://example.org/plan)'],
])('link: %s becomes %s', (before, after) => {
  expect(drawn(link(selected(before)))).toBe(after);
});

test.each([
  ['- one|', '- one\n- |'],
  ['- on|e', '- on\n- |e'],
  ['  * deep|', '  * deep\n  * |'],
  ['9. nine|', '9. nine\n10. |'],
  ['- [x] done|', '- [x] done\n- [ ] |'],
  ['before\n- one|\nafter', 'before\n- one\n- |\nafter'],
  ['- one\n- |', '- one\n|'],
  ['- [ ] |', '|'],
])('Enter in a list: %j becomes %j', (before, after) => {
  const next = nextItem(selected(before));
  expect(next && drawn(next)).toBe(after);
});

test.each(['plain|', '|- before the dash', '-no space|', '**bold**|'])(
  'Enter is just Enter in %j',
  (text) => {
    expect(nextItem(selected(text))).toBeNull();
  },
);
