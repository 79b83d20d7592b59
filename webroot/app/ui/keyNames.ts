import { texts } from '../texts';

const names = texts.shortcuts.keys;

const named: Record<string, string> = {
  escape: names.escape,
  enter: names.enter,
  space: names.space,
  backspace: names.backspace,
  shift: names.shift,
  arrows: names.arrows,
  mod: isMac() ? names.command : names.control,
};

/** What stands on the keys of a shortcut: strokes one after another, each of one or more keys. */
export function keyNames(keys: string): string[][] {
  return keys.split(' ').map((stroke) => stroke.split('+').map((key) => named[key] ?? key.toUpperCase()));
}

/** As `aria-keyshortcuts` wants it; it has no way to say one key after another. */
export function ariaKeys(keys: string): string | undefined {
  if (keys.includes(' ')) return undefined;
  return keys === 'mod+k' ? 'Control+K Meta+K' : keys.split('+').map(capital).join('+');
}

function capital(key: string): string {
  return key.charAt(0).toUpperCase() + key.slice(1);
}

function isMac(): boolean {
  return /mac|iphone|ipad/i.test(navigator.platform);
}
