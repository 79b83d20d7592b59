import { create } from 'zustand';
import type { Id } from '../../client/model';
import type { Operation } from '../../client/operation';
import type { CommandError, Conflict } from '../../client/protocol';
import { texts } from '../texts';
import { draftOf, giveBack, giveBackWhole } from './drafts';
import { showToast } from './toasts';

export interface OpenConflict extends Conflict {
  /** What was refused, with everything that was to be changed. */
  operation: Operation;
  /** Of each refusal that this asks about. */
  operationIds: readonly Id[];
}

/** The field is not there, or not for this person; the text shows up in it should it be again. */
const withoutPlace = new Set(['forbidden', 'not_found']);

export const useConflicts = create<{ conflicts: OpenConflict[] }>(() => ({ conflicts: [] }));

/**
 * A change the server refused is rolled back already; this tells why, or asks which of two values should stand.
 * Answers whether the person has nothing more to decide.
 */
export function rejected(operation: Operation, error: CommandError, dropped: readonly Operation[]): boolean {
  // Nobody asked for it, so nobody misses it.
  if (operation.type === 'workspace.seen') return true;
  const conflict = conflictOf(error);
  if (conflict !== null) {
    ask({ ...conflict, operation, operationIds: [operation.id] });
    return false;
  }
  const isBack = dropped.map(giveTextBack).includes(true) && !withoutPlace.has(error.code);
  const reason = texts.problems[error.code] ?? error.message;
  showToast({
    kind: 'problem',
    title: texts.toasts.undone(operation.type, dropped.length),
    detail: isBack ? `${reason} ${texts.toasts.textIsBack}` : reason,
  });
  return true;
}

export function closeConflict(conflict: OpenConflict): void {
  useConflicts.setState(({ conflicts }) => ({ conflicts: conflicts.filter((other) => other !== conflict) }));
}

/** Puts what a person typed back where they did. Answers whether there was anything. */
export function giveTextBack(operation: Operation): boolean {
  switch (operation.type) {
    case 'comment.create':
      giveBack(draftOf.comment(operation.data.task_id), operation.data.text, '\n\n');
      return true;
    case 'comment.update':
      if (operation.data.text === undefined) return false;
      giveBackWhole(draftOf.commentEdit(operation.data.comment_id), { text: operation.data.text });
      return true;
    case 'task.create':
      return giveTitleBack(operation);
    case 'task.update':
      return giveTextsBack(operation);
    default:
      return false;
  }
}

/** Made elsewhere than in a column's line, it has no place to go back to. */
function giveTitleBack({ workspace_id, data }: Extract<Operation, { type: 'task.create' }>): boolean {
  if (workspace_id !== null && data.column_id === undefined) return false;
  giveBack(draftOf.newTask(data.column_id ?? null), data.title, '\n');
  return true;
}

function giveTextsBack({ data }: Extract<Operation, { type: 'task.update' }>): boolean {
  const { task_id, title, description, version } = data;
  const based = version === undefined ? {} : { basedOn: version };
  if (title !== undefined) giveBackWhole(draftOf.title(task_id), { text: title, ...based });
  if (description !== undefined) giveBackWhole(draftOf.description(task_id), { text: description, ...based });
  return title !== undefined || description !== undefined;
}

/** Several changes of one task, made while somebody else changed it too, are one question: the last of each counts. */
function ask(conflict: OpenConflict): void {
  useConflicts.setState(({ conflicts }) => {
    const index = conflicts.findIndex((open) => isAboutSame(open, conflict));
    const open = conflicts[index];
    return { conflicts: open ? conflicts.with(index, joined(open, conflict)) : [...conflicts, conflict] };
  });
}

function isAboutSame(open: OpenConflict, other: OpenConflict): boolean {
  return open.current.id === other.current.id && open.operation.type === other.operation.type;
}

function joined(open: OpenConflict, later: OpenConflict): OpenConflict {
  const data = { ...open.operation.data, ...later.operation.data };
  return {
    ...later,
    operation: { ...later.operation, data } as Operation,
    operationIds: [...new Set([...open.operationIds, ...later.operationIds])],
    fields: { ...open.fields, ...later.fields },
  };
}

function conflictOf({ code, data }: CommandError): Conflict | null {
  const complete = code === 'conflict' && data?.current !== undefined && data.fields !== undefined;
  return complete ? (data as unknown as Conflict) : null;
}
