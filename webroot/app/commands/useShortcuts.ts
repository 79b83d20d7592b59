import { useEffect } from 'react';
import { ask, showNothing, useShown } from './palette';
import { perform } from './perform';
import { useSingleKeys } from './singleKeys';
import { Strokes, strokeOf } from './strokes';

/** Hears shortcuts, last of all: what something on the page has taken is not ours. */
export function useShortcuts(): void {
  useEffect(() => {
    const strokes = new Strokes();
    const press = (event: KeyboardEvent) => hear(event, strokes);
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}

function hear(event: KeyboardEvent, strokes: Strokes): void {
  const stroke = strokeOf(event);
  if (event.defaultPrevented || stroke === null) return;
  if (stroke === 'mod+k') return togglePalette(event);
  if (useShown.getState().shown?.kind === 'palette') return keepForPalette(event);
  // Held down: completing and reopening by turns is nobody's wish.
  if (isModifier(event.key) || event.repeat) return;
  if (!isFree(event.target) || (!useSingleKeys.getState().on && stroke !== 'escape')) return strokes.forget();
  const shortcut = strokes.press(stroke, event.timeStamp);
  if (shortcut === 'pending' || (shortcut !== null && perform(shortcut))) event.preventDefault();
}

/** Also while somebody types, but not above another window that asks for something. */
function togglePalette(event: KeyboardEvent): void {
  event.preventDefault();
  if (event.repeat) return;
  if (useShown.getState().shown?.kind === 'palette') showNothing();
  else if (document.querySelector('.dialog') === null) perform('palette');
}

/** The palette may still be on its way: what is typed is meant for it, and not for the page. */
function keepForPalette(event: KeyboardEvent): void {
  if (event.target instanceof Element && event.target.closest('.dialog') !== null) return;
  if (event.key === 'Escape') return showNothing();
  if (event.key.length > 1 || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  ask(useShown.getState().query + event.key);
}

const typedIn = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]';
const inTheWay =
  '[role="dialog"], [role="alertdialog"], [role="menu"], [aria-pressed="true"][aria-roledescription]';

/** Whether keys mean nothing else just now: nobody types, no window or menu is open, no card is lifted. */
function isFree(target: EventTarget | null): boolean {
  const typing = target instanceof Element && target.closest(typedIn) !== null;
  return !typing && document.querySelector(inTheWay) === null;
}

function isModifier(key: string): boolean {
  return ['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock'].includes(key);
}
