/** Every shortcut of the app. The sheet, the hints in the palette and the tips are drawn from this table. */

export type ShortcutGroup = 'everywhere' | 'go' | 'task' | 'board';

interface Entry {
  group: ShortcutGroup;
  /** Strokes parted by spaces: `g b` is one key after another, `mod+k` Control, or Command on a Mac. */
  keys: string;
  /** Something else hears these keys, an open card for instance; here they are only told of. */
  told?: boolean;
}

const table = {
  palette: { group: 'everywhere', keys: 'mod+k' },
  sheet: { group: 'everywhere', keys: '?' },
  create: { group: 'everywhere', keys: 'c' },
  search: { group: 'everywhere', keys: '/' },
  view: { group: 'everywhere', keys: 'v' },
  previousWorkspace: { group: 'everywhere', keys: '[' },
  nextWorkspace: { group: 'everywhere', keys: ']' },
  close: { group: 'everywhere', keys: 'escape' },
  goBoard: { group: 'go', keys: 'g b' },
  goMyTasks: { group: 'go', keys: 'g m' },
  goNotifications: { group: 'go', keys: 'g n' },
  goWorkspaces: { group: 'go', keys: 'g w' },
  goActivity: { group: 'go', keys: 'g a' },
  goSettings: { group: 'go', keys: 'g s' },
  open: { group: 'task', keys: 'enter' },
  editTitle: { group: 'task', keys: 'e' },
  comment: { group: 'task', keys: 'm' },
  assign: { group: 'task', keys: 'a' },
  label: { group: 'task', keys: 'l' },
  priority: { group: 'task', keys: 'p' },
  due: { group: 'task', keys: 'd' },
  complete: { group: 'task', keys: 'x' },
  mute: { group: 'task', keys: 'shift+m' },
  walk: { group: 'board', keys: 'arrows', told: true },
  lift: { group: 'board', keys: 'space', told: true },
  step: { group: 'board', keys: 'arrows', told: true },
  putBack: { group: 'board', keys: 'escape', told: true },
} as const satisfies Record<string, Entry>;

export type ShortcutId = keyof typeof table;

export interface Shortcut extends Entry {
  id: ShortcutId;
}

export const shortcuts: readonly Shortcut[] = (Object.entries(table) as [ShortcutId, Entry][]).map(
  ([id, entry]) => ({ id, ...entry }),
);

export const shortcutGroups: readonly ShortcutGroup[] = ['everywhere', 'go', 'task', 'board'];

export function keysOf(id: ShortcutId): string {
  return table[id].keys;
}
