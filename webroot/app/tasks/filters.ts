import { type Id, type Priority, priorities, type Task } from '../../client/model';
import { endOfDay, startOfDay } from './dates';

/** What of a board is shown. Pure: how it stands in an address, and which tasks match. */

export const dueChoices = ['overdue', 'today', 'week', 'none'] as const;
export type DueChoice = (typeof dueChoices)[number];

export const states = ['open', 'completed'] as const;
export type TaskState = (typeof states)[number];

/** The reader, and no one at all, beside the ids of members: an address sent to others then means them. */
export type AssigneeChoice = 'me' | 'nobody' | Id;

/** A task matches where every field does; a field matches with any of its values, and with none chosen. */
export interface Filter {
  text: string;
  assignee: readonly AssigneeChoice[];
  label: readonly Id[];
  priority: readonly Priority[];
  due: readonly DueChoice[];
  state: readonly TaskState[];
}

export type FilterField = Exclude<keyof Filter, 'text'>;

export const filterFields = ['assignee', 'label', 'priority', 'due', 'state'] as const;

export const noFilter: Filter = { text: '', assignee: [], label: [], priority: [], due: [], state: [] };

export function isFiltering(filter: Filter): boolean {
  return filter.text.trim() !== '' || filterFields.some((field) => filter[field].length > 0);
}

/** With a value chosen that was not, or without one that was. */
export function toggled<Field extends FilterField>(filter: Filter, field: Field, value: string): Filter {
  const chosen: readonly string[] = filter[field];
  const values = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
  return { ...filter, [field]: values };
}

const known: Partial<Record<FilterField, readonly string[]>> = {
  priority: priorities,
  due: dueChoices,
  state: states,
};

/** Values that mean nothing are left out: addresses are typed, cut off and kept for years. */
export function parseFilter(parameters: URLSearchParams): Filter {
  const values = (field: FilterField) => {
    const all = (parameters.get(field) ?? '').split(',').filter((value) => value !== '');
    return [...new Set(all)].filter((value) => known[field]?.includes(value) ?? true);
  };
  const fields = Object.fromEntries(filterFields.map((field) => [field, values(field)]));
  return { ...noFilter, ...fields, text: parameters.get('q') ?? '' };
}

/** What `parseFilter` reads again; nothing for what is not filtered by. */
export function filterParameters(filter: Filter): [string, string][] {
  const fields = filterFields.map((field): [string, string] => [field, filter[field].join(',')]);
  return [['q', filter.text] as [string, string], ...fields].filter(([, value]) => value !== '');
}

interface Reader {
  userId: Id;
  now?: Date;
}

/** Whether a task is to be shown. The answer holds for the day it was asked on. */
export function matcher(filter: Filter, { userId, now = new Date() }: Reader): (task: Task) => boolean {
  const words = folded(filter.text)
    .split(/\s+/)
    .filter((word) => word !== '');
  const people = filter.assignee.map((choice) => (choice === 'me' ? userId : choice));
  const tests: ((task: Task) => boolean)[] = [];
  if (words.length > 0) tests.push((task) => words.every((word) => searchable(task).includes(word)));
  if (people.length > 0) tests.push((task) => people.includes(task.assigned_to ?? 'nobody'));
  if (filter.label.length > 0) tests.push((task) => task.labels.some((id) => filter.label.includes(id)));
  if (filter.priority.length > 0) tests.push((task) => filter.priority.includes(task.priority));
  if (filter.due.length > 0) tests.push(dueMatcher(filter.due, now));
  if (filter.state.length > 0) tests.push((task) => filter.state.includes(stateOf(task)));
  return (task) => tests.every((test) => test(task));
}

function stateOf(task: Task): TaskState {
  return task.completed_at === null ? 'open' : 'completed';
}

function dueMatcher(choices: readonly DueChoice[], now: Date): (task: Task) => boolean {
  const within = (task: Task, from: number, to: number) =>
    task.due_at !== null && Date.parse(task.due_at) >= from && Date.parse(task.due_at) <= to;
  const today = startOfDay(now).getTime();
  const tonight = Date.parse(endOfDay(0, now));
  const sinceMonday = (now.getDay() + 6) % 7;
  const monday = startOfDay(new Date(endOfDay(-sinceMonday, now))).getTime();
  const sunday = Date.parse(endOfDay(6 - sinceMonday, now));
  const tests: Record<DueChoice, (task: Task) => boolean> = {
    overdue: (task) => task.completed_at === null && within(task, 0, now.getTime()),
    today: (task) => within(task, today, tonight),
    week: (task) => within(task, monday, sunday),
    none: (task) => task.due_at === null,
  };
  return (task) => choices.some((choice) => tests[choice](task));
}

const folds = new WeakMap<Task, string>();

/** Made once per state of a task: folding the texts of thousands at every key would be felt. */
function searchable(task: Task): string {
  const made = folds.get(task) ?? folded(`#${task.number} ${task.title} ${task.description}`);
  folds.set(task, made);
  return made;
}

const plain = /^[ -~\s]*$/;

/** Neither case nor accents tell two words apart. */
export function folded(text: string): string {
  if (plain.test(text)) return text.toLowerCase();
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
