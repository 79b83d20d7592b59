import { useSyncExternalStore } from 'react';
import type { Id } from '../../client/model';
import { session } from '../state/session';

const listeners = new Set<() => void>();
/** What the browser has no room for, or is not allowed to keep. */
const notStored = new Map<string, string>();

/** What somebody began to write about a task and has not sent. It survives closing the task and the page. */
export function useCommentDraft(taskId: Id): string {
  return useSyncExternalStore(listen, () => load(taskId));
}

export function saveDraft(taskId: Id, text: string): void {
  const key = keyOf(taskId);
  notStored.delete(key);
  try {
    if (text === '') localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    notStored.set(key, text);
  }
  for (const listener of listeners) listener();
}

/** A comment the server refused goes back to where it was written, before what was begun since. */
export function giveBack(taskId: Id, text: string): void {
  const begun = load(taskId);
  saveDraft(taskId, begun === '' ? text : `${text}\n\n${begun}`);
}

function load(taskId: Id): string {
  const key = keyOf(taskId);
  return notStored.get(key) ?? localStorage.getItem(key) ?? '';
}

function keyOf(taskId: Id): string {
  return `tandem.comment.${session.user?.id ?? ''}.${taskId}`;
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
