import { expect, test } from 'vitest';
import { texts } from '../texts';
import { keyNames } from '../ui/keyNames';
import { shortcuts } from './shortcuts';
import { Strokes, strokeOf } from './strokes';

const heard = shortcuts.filter(({ told }) => !told);

test('no two shortcuts have the same keys', () => {
  const keys = heard.map((shortcut) => shortcut.keys);
  expect(keys.toSorted()).toEqual([...new Set(keys)].toSorted());
});

test('no key is both a shortcut and the first of two', () => {
  const firsts = heard.flatMap(({ keys }) => (keys.includes(' ') ? [keys.split(' ')[0]] : []));
  expect(heard.filter(({ keys }) => firsts.includes(keys))).toEqual([]);
});

test('every shortcut has a name and keys that can be drawn', () => {
  for (const { id, keys } of shortcuts) {
    expect(texts.shortcuts.names[id]).toBeTruthy();
    expect(keyNames(keys).flat().every(Boolean)).toBe(true);
  }
});

test('one key after another, if the second comes soon', () => {
  const strokes = new Strokes();
  expect(strokes.press('g', 0)).toBe('pending');
  expect(strokes.press('m', 900)).toBe('goMyTasks');
  expect(strokes.press('m', 1_000)).toBe('comment');
  expect(strokes.press('g', 2_000)).toBe('pending');
  expect(strokes.press('b', 4_000)).toBeNull();
});

test('a second key that leads nowhere is taken for itself', () => {
  const strokes = new Strokes();
  strokes.press('g', 0);
  expect(strokes.press('c', 100)).toBe('create');
});

test('letters mind Shift, signs do not: they stand elsewhere on other keyboards', () => {
  expect(strokeOf(press('M', { shiftKey: true }))).toBe('shift+m');
  expect(strokeOf(press('M'))).toBe('m');
  expect(strokeOf(press('?', { shiftKey: true }))).toBe('?');
  expect(strokeOf(press('/', { shiftKey: true }))).toBe('/');
});

test('with Control, Command or Alt only the palette is meant', () => {
  expect(strokeOf(press('k', { ctrlKey: true }))).toBe('mod+k');
  expect(strokeOf(press('K', { metaKey: true }))).toBe('mod+k');
  expect(strokeOf(press('c', { ctrlKey: true }))).toBeNull();
  expect(strokeOf(press('e', { altKey: true }))).toBeNull();
});

test('AltGr is how some keyboards write brackets', () => {
  const event = press('[', { ctrlKey: true, altKey: true, modifierAltGraph: true });
  expect(strokeOf(event)).toBe('[');
});

test('what an input method is composing is no shortcut', () => {
  expect(strokeOf(press('c', { isComposing: true }))).toBeNull();
});

function press(key: string, held: KeyboardEventInit = {}): KeyboardEvent {
  return new KeyboardEvent('keydown', { key, ...held });
}
