import type { Board } from '../../client/board';
import type { ChecklistItem, Comment, Id } from '../../client/model';
import type { LiveEvent } from '../../client/protocol';
import { valueNames } from '../tasks/valueNames';
import { texts } from '../texts';
import { fill, type TaskName } from './fill';
import type { Sentence } from './wording';

type Delta = { from: unknown; to: unknown };

/** What an event about a task or a comment says. */
export function taskSentences(event: LiveEvent, board: Board | null, task: TaskName): Sentence[] {
  const words = texts.activity.tasks[event.type];
  if (words !== undefined) return [{ parts: fill(words, task), ...saying(event) }];
  const deltas = Object.entries(event.changes ?? {});
  return deltas.flatMap(([field, delta]) => changes[field]?.(delta, { event, board, task }) ?? []);
}

function saying({ type, data, changes }: LiveEvent): Pick<Sentence, 'quote' | 'texts'> {
  if (type === 'comment.created') return { quote: (data as Comment).text };
  if (type === 'comment.updated' && changes?.text !== undefined) return { texts: textsOf(changes.text) };
  return {};
}

interface Told {
  event: LiveEvent;
  board: Board | null;
  task: TaskName;
}

type Saying = (delta: Delta, told: Told) => Sentence[];

const { activity } = texts;

const changes: Record<string, Saying> = {
  title: ({ from, to }, { task }) => [
    { parts: fill(activity.renamed, task, { from: String(from), into: String(to) }) },
  ],
  description: (delta, { task }) => [
    {
      parts: fill(oneOf(delta, activity.described, activity.redescribed, activity.undescribed), task),
      texts: textsOf(delta),
    },
  ],
  column_id: (delta, told) => said(activity.moved, 'column_id', delta, told),
  priority: (delta, told) => {
    const shown = {
      from: delta.from === 'none' ? null : delta.from,
      to: delta.to === 'none' ? null : delta.to,
    };
    const { prioritySet, priorityChanged, priorityRemoved } = activity;
    return said(oneOf(shown, prioritySet, priorityChanged, priorityRemoved), 'priority', delta, told);
  },
  due_at: (delta, told) =>
    said(oneOf(delta, activity.dueSet, activity.dueChanged, activity.dueRemoved), 'due_at', delta, told),
  assigned_to: (delta, told) => said(assignment(delta, told.event.actor?.id), 'assigned_to', delta, told),
  labels: ({ from, to }, told) => {
    const [before, after] = [idsIn(from), idsIn(to)];
    return [
      ...after.filter((id) => !before.includes(id)).map((id) => label(activity.labelAdded, id, told)),
      ...before.filter((id) => !after.includes(id)).map((id) => label(activity.labelRemoved, id, told)),
    ];
  },
  checklist: ({ from, to }, { task }) => checklistSentences(itemsIn(from), itemsIn(to), task),
};

/** The words for a value that came, became another, or went. */
function oneOf({ from, to }: Delta, came: string, became: string, went: string): string {
  const nothing = (value: unknown) => value === null || value === undefined || value === '';
  if (nothing(to)) return went;
  return nothing(from) ? came : became;
}

function assignment({ from, to }: Delta, actorId: Id | undefined): string {
  if (to === null) return from === actorId ? activity.gaveUp : activity.unassigned;
  if (from !== null) return activity.handedOver;
  return to === actorId ? activity.took : activity.assigned;
}

function said(words: string, field: string, { from, to }: Delta, { board, task }: Told): Sentence[] {
  const name = valueNames(board);
  return [{ parts: fill(words, task, { from: name(field, from), into: name(field, to) }) }];
}

function label(words: string, id: Id, { board, task }: Told): Sentence {
  const known = board?.labels.find((each) => each.id === id);
  return { parts: fill(words, task, { value: known?.name ?? activity.former.label }) };
}

function checklistSentences(before: ChecklistItem[], after: ChecklistItem[], task: TaskName): Sentence[] {
  const tell = (words: string, values: Record<string, string>) => ({ parts: fill(words, task, values) });
  const added = after.filter(({ id }) => !before.some((item) => item.id === id));
  const removed = before.filter(({ id }) => !after.some((item) => item.id === id));
  const changed = after.flatMap((item) => {
    const earlier = before.find(({ id }) => id === item.id);
    return earlier === undefined ? [] : itemSentences(earlier, item, tell);
  });
  const sentences = [
    ...added.map(({ text }) => tell(activity.itemAdded, { value: text })),
    ...removed.map(({ text }) => tell(activity.itemRemoved, { value: text })),
    ...changed,
  ];
  return sentences.length > 0 ? sentences : [tell(activity.checklistOrdered, {})];
}

type Tell = (words: string, values: Record<string, string>) => Sentence;

function itemSentences(from: ChecklistItem, to: ChecklistItem, tell: Tell): Sentence[] {
  const ticked = to.done ? activity.itemDone : activity.itemOpen;
  return [
    ...(from.text === to.text ? [] : [tell(activity.itemChanged, { from: from.text, into: to.text })]),
    ...(from.done === to.done ? [] : [tell(ticked, { value: to.text })]),
  ];
}

function textsOf({ from, to }: Delta): { before: string; after: string } {
  return { before: String(from ?? ''), after: String(to ?? '') };
}

const idsIn = (value: unknown) => (value ?? []) as Id[];
const itemsIn = (value: unknown) => (value ?? []) as ChecklistItem[];
