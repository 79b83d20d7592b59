import type { Board } from '../../client/board';
import type { Id, Task } from '../../client/model';
import type { LiveEvent } from '../../client/protocol';
import { texts } from '../texts';
import { plainText, wordsFor } from './wording';

const words = texts.announced;

/** One thing somebody did, as it would be told alone. */
export interface Told {
  actor: { id: Id; name: string };
  type: LiveEvent['type'];
  /** What it was done to. Several changes of one task count once. */
  subject: Id;
  sentence: string;
}

/** `null`: nothing others did, or nothing anybody would miss. */
export function toldOf(event: LiveEvent, board: Board | null, readerId: Id): Told | null {
  const { actor, type } = event;
  if (actor === undefined || actor.id === readerId) return null;
  const sentences = wordsFor(event, board, 'workspace').map(plainText);
  if (sentences.length === 0) return null;
  return { actor, type, subject: subjectOf(event), sentence: sentences.join(', ') };
}

function subjectOf({ data, seq }: LiveEvent): Id {
  const { task_id, id } = data as Partial<Task> & { task_id?: Id };
  return task_id ?? id ?? String(seq);
}

/** Everything that was heard in one message: one thing in full, several in numbers. */
export function gathered(heard: readonly Told[]): string {
  const people = [...new Set(heard.map(({ actor }) => actor.id))];
  if (people.length > 2) return words.many(heard.length, people.length);
  return people
    .map((id) => ofOne(heard.filter(({ actor }) => actor.id === id)))
    .reduce((one, other) => words.both(one, other));
}

function ofOne(heard: readonly Told[]): string {
  const last = heard.at(-1);
  if (last === undefined) return '';
  const counted = words.counted[last.type];
  const sameKind = counted !== undefined && heard.every(({ type }) => type === last.type);
  const subjects = new Set(heard.map(({ subject }) => subject)).size;
  if (heard.length === 1 || (sameKind && subjects === 1)) return sentence(last, last.sentence);
  return sentence(last, sameKind ? counted(subjects) : words.changes(heard.length));
}

function sentence({ actor }: Told, what: string): string {
  return words.sentence(actor.name, what);
}

const fields: Record<string, string> = texts.conflict.fields;

/** What to say at once because the reader is writing in that very field; `null`: they are not. */
export function saidToEditor(event: LiveEvent, editing: { taskId: Id; field: string } | null): string | null {
  const { actor, changes, data } = event;
  if (editing === null || actor === undefined || changes?.[editing.field] === undefined) return null;
  if ((data as Task).id !== editing.taskId) return null;
  return words.editing(actor.name, fields[editing.field] ?? editing.field);
}
