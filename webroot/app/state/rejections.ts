import { create } from 'zustand';
import type { Operation } from '../../client/operation';
import type { CommandError, Conflict } from '../../client/protocol';
import { giveBack } from '../comments/drafts';
import { texts } from '../texts';
import { showToast } from './toasts';

export interface OpenConflict extends Conflict {
  operation: Operation;
}

export const useConflicts = create<{ conflicts: OpenConflict[] }>(() => ({ conflicts: [] }));

/** A change the server refused is rolled back already; this tells why, or asks which of two values should stand. */
export function rejected(operation: Operation, error: CommandError, dropped: readonly Operation[]): void {
  // Nobody asked for it, so nobody misses it.
  if (operation.type === 'workspace.seen') return;
  const conflict = conflictOf(error);
  if (conflict !== null) {
    useConflicts.setState(({ conflicts }) => ({ conflicts: [...conflicts, { ...conflict, operation }] }));
    return;
  }
  for (const refused of dropped) {
    if (refused.type === 'comment.create') giveBack(refused.data.task_id, refused.data.text);
  }
  const detail = texts.problems[error.code] ?? error.message;
  showToast({ kind: 'problem', title: texts.toasts.undone(operation.type, dropped.length), detail });
}

export function closeConflict(conflict: OpenConflict): void {
  useConflicts.setState(({ conflicts }) => ({ conflicts: conflicts.filter((other) => other !== conflict) }));
}

function conflictOf({ code, data }: CommandError): Conflict | null {
  const complete = code === 'conflict' && data?.current !== undefined && data.fields !== undefined;
  return complete ? (data as unknown as Conflict) : null;
}
