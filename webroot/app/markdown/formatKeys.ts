import type { KeyboardEvent } from 'react';
import { bold, type Format, italic, link, nextItem, type Selected } from './formatting';

const formats: Record<string, Format> = { b: bold, i: italic, k: link };

/** Control or Command with B, I and K, and Enter in lists. Answers whether the key was one of these. */
export function format(event: KeyboardEvent<HTMLTextAreaElement>): boolean {
  const area = event.currentTarget;
  const before = { text: area.value, from: area.selectionStart, to: area.selectionEnd };
  const after = formatted(event, before);
  if (after === null) return false;
  event.preventDefault();
  event.stopPropagation();
  write(area, before.text, after);
  return true;
}

function formatted(event: KeyboardEvent, selected: Selected): Selected | null {
  if (event.altKey || event.nativeEvent.isComposing) return null;
  const control = event.ctrlKey || event.metaKey;
  if (event.key === 'Enter') return control || event.shiftKey ? null : nextItem(selected);
  if (!control || event.shiftKey) return null;
  return formats[event.key.toLowerCase()]?.(selected) ?? null;
}

/** As if it were typed, so that the browser can undo it: only what differs. */
function write(area: HTMLTextAreaElement, before: string, { text, from, to }: Selected): void {
  let start = 0;
  while (start < before.length && before[start] === text[start]) start += 1;
  let end = 0;
  const most = Math.min(before.length, text.length) - start;
  while (end < most && before.at(-1 - end) === text.at(-1 - end)) end += 1;
  const typed = text.slice(start, text.length - end);
  area.setSelectionRange(start, before.length - end);
  const written = document.execCommand?.(typed === '' ? 'delete' : 'insertText', false, typed) ?? false;
  if (!written) {
    area.setRangeText(typed);
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }
  area.setSelectionRange(from, to);
}
