import { useMemo, useSyncExternalStore } from 'react';
import type { Id } from '../../client/model';
import { session } from './session';

/** What somebody has typed into a field and not sent. */
export interface Draft {
  text: string;
  /** Of a text that changes something: what it said when typing began, and in which version. */
  startedFrom?: string;
  basedOn?: number;
  /** The server refused it, and nobody has typed there since. */
  returned?: boolean;
}

interface KeptDraft extends Draft {
  /** When it was last changed, in milliseconds since 1970. */
  at: number;
}

/** The fields there are. */
export const draftOf = {
  comment: (taskId: Id) => `comment.${taskId}`,
  commentEdit: (commentId: Id) => `comment-edit.${commentId}`,
  title: (taskId: Id) => `title.${taskId}`,
  description: (taskId: Id) => `description.${taskId}`,
  newItem: (taskId: Id) => `new-item.${taskId}`,
  item: (itemId: Id) => `item.${itemId}`,
  /** `null`: a personal task. */
  newTask: (columnId: Id | null) => `new-task.${columnId ?? 'own'}`,
};

const prefix = 'tandem.draft.';
const keptMsMax = 30 * 86_400_000;
const listeners = new Set<() => void>();
/** What the browser has no room for, or is not allowed to keep. */
const notStored = new Map<string, string>();

/** Survives closing the task, the page and the browser, and follows to the person's other tabs as it is typed. */
export function useKeptDraft(name: string | null): Draft | null {
  const json = useSyncExternalStore(listen, () => (name === null ? null : read(keyOf(name))));
  return useMemo(() => parse(json), [json]);
}

export function keptDraft(name: string): Draft | null {
  return parse(read(keyOf(name)));
}

/** An empty text is none. */
export function keepDraft(name: string, draft: Draft): void {
  if (draft.text === '') return dropDraft(name);
  const kept: KeptDraft = { ...draft, at: Date.now() };
  write(keyOf(name), JSON.stringify(kept));
}

/** With `text` only while it is still that: another tab may have gone on typing. */
export function dropDraft(name: string, text?: string): void {
  if (text !== undefined && keptDraft(name)?.text !== text) return;
  const key = keyOf(name);
  notStored.delete(key);
  localStorage.removeItem(key);
  tell();
}

/** What the server refused goes back to where it was typed: behind what came back too, before what was begun since. */
export function giveBack(name: string, text: string, between: string): void {
  const there = keptDraft(name);
  if (there === null) keepDraft(name, { text, returned: true });
  else if (there.returned) keepDraft(name, { ...there, text: there.text + between + text });
  else keepDraft(name, { ...there, text: text + between + there.text });
}

/** The same for a text that each change says as a whole: what was typed since went on from it. */
export function giveBackWhole(name: string, draft: Draft): void {
  const there = keptDraft(name);
  if (there === null || there.returned) keepDraft(name, { ...draft, returned: true });
}

/** Whether every draft outlives the page. */
export function draftsAreKept(): boolean {
  return notStored.size === 0;
}

/** Forgets, of everybody, what has been left lying for a month. */
export function pruneDrafts(now = Date.now()): void {
  renameOldDrafts(now);
  for (const key of keysWith(prefix)) {
    const { at = 0 } = (parse(localStorage.getItem(key)) ?? {}) as Partial<KeptDraft>;
    if (now - at > keptMsMax) localStorage.removeItem(key);
  }
}

const oldPrefix = 'tandem.comment.';

/** Earlier versions kept new comments only, as bare texts. */
function renameOldDrafts(at: number): void {
  for (const key of keysWith(oldPrefix)) {
    const [userId, taskId] = key.slice(oldPrefix.length).split('.');
    const text = localStorage.getItem(key) ?? '';
    localStorage.removeItem(key);
    write(`${prefix}${userId}.${draftOf.comment(taskId ?? '')}`, JSON.stringify({ text, at }));
  }
}

function keysWith(start: string): string[] {
  return Object.keys(localStorage).filter((key) => key.startsWith(start));
}

function keyOf(name: string): string {
  return `${prefix}${session.user?.id ?? ''}.${name}`;
}

function read(key: string): string | null {
  return notStored.get(key) ?? localStorage.getItem(key);
}

function write(key: string, json: string): void {
  notStored.delete(key);
  try {
    localStorage.setItem(key, json);
  } catch {
    notStored.set(key, json);
  }
  tell();
}

function parse(json: string | null): Draft | null {
  try {
    return json === null ? null : (JSON.parse(json) as Draft);
  } catch {
    return null;
  }
}

function tell(): void {
  for (const listener of listeners) listener();
}

/** Other tabs' changes come as events of the storage. */
function listen(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}
