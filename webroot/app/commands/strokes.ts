import { type Shortcut, type ShortcutId, shortcuts } from './shortcuts';

/** How a key press is written in the table of shortcuts; `null`: none of ours, or part of writing something. */
export function strokeOf(event: KeyboardEvent): string | null {
  // What a browser fills in by itself comes as a key press without a key.
  if (typeof event.key !== 'string') return null;
  if (event.isComposing || event.altKey !== isAltGraph(event)) return null;
  const name = event.key === ' ' ? 'space' : event.key.toLowerCase();
  if (event.key.toLowerCase() === 'k' && hasMod(event)) return 'mod+k';
  if (hasMod(event)) return null;
  // Where `?` or `/` stand on a keyboard, and whether they need Shift, differs from country to country.
  const shifted = event.shiftKey && (name.length > 1 || isLetter(name));
  return shifted ? `shift+${name}` : name;
}

/** AltGr is how many keyboards write brackets; Windows calls it Control and Alt. */
function isAltGraph(event: KeyboardEvent): boolean {
  return event.getModifierState?.('AltGraph') && event.altKey;
}

function hasMod(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey) && !event.getModifierState?.('AltGraph');
}

function isLetter(key: string): boolean {
  return key.toLowerCase() !== key.toUpperCase();
}

const pauseMsMax = 1_500;

/** Recognizes shortcuts in a row of strokes. The second key of a pair counts if it comes soon. */
export class Strokes {
  private before: { stroke: string; at: number } | null = null;

  constructor(private readonly known: readonly Shortcut[] = shortcuts) {}

  /** `pending`: it may be the first of two. */
  press(stroke: string, now: number): ShortcutId | 'pending' | null {
    const first = this.before !== null && now - this.before.at <= pauseMsMax ? this.before.stroke : null;
    this.before = null;
    const found = (first !== null && this.find(`${first} ${stroke}`)) || this.find(stroke);
    if (found) return found;
    if (!this.heard.some(({ keys }) => keys.startsWith(`${stroke} `))) return null;
    this.before = { stroke, at: now };
    return 'pending';
  }

  forget(): void {
    this.before = null;
  }

  private find(keys: string): ShortcutId | undefined {
    return this.heard.find((shortcut) => shortcut.keys === keys)?.id;
  }

  private get heard(): readonly Shortcut[] {
    return this.known.filter(({ told }) => !told);
  }
}
