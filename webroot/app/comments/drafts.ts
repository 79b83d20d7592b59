import type { Id } from '../../client/model';
import { session } from '../state/session';

/** What somebody began to write about a task and has not sent. It survives closing the task and the page. */

export function loadDraft(taskId: Id): string {
  return localStorage.getItem(keyOf(taskId)) ?? '';
}

export function saveDraft(taskId: Id, text: string): void {
  if (text === '') localStorage.removeItem(keyOf(taskId));
  else localStorage.setItem(keyOf(taskId), text);
}

function keyOf(taskId: Id): string {
  return `tandem.comment.${session.user?.id ?? ''}.${taskId}`;
}
