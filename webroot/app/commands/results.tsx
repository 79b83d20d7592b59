import { navigate } from 'wouter/use-browser-location';
import type { Task } from '../../client/model';
import type { Found } from '../../client/search';
import { routes } from '../routes';
import type { Tandem } from '../state/tandem';
import { PriorityGlyph } from '../tasks/PriorityGlyph';
import { texts } from '../texts';
import { paletteTexts } from '../texts/palette';
import { appEntries, createEntries } from './appEntries';
import type { Entry, EntryGroup } from './entries';
import { goEntries, workspaceEntries } from './goEntries';
import { highlighted } from './highlighted';
import { openTask } from './perform';
import { bestOf, type Ranked } from './ranking';
import { recentlyUsed } from './recent';
import { taskEntries } from './taskEntries';

const words = paletteTexts;
const tasksMax = 20;
const entriesMax = 12;
const recentMax = 4;

/** What the first page of the palette offers, before anything is typed: what was used lately, then everything. */
export function everything(task: Task | undefined, state: Tandem): EntryGroup[] {
  const groups = commandGroups(task, state);
  const all = groups.flatMap(({ entries }) => entries);
  const used = recentlyUsed().flatMap((id) => all.find((entry) => entry.id === id) ?? recentTask(id, state));
  const recent = used.slice(0, recentMax);
  const others = groups.map((group) => ({
    ...group,
    entries: group.entries.filter((entry) => !recent.some(({ id }) => id === entry.id)),
  }));
  return [{ id: 'recent', title: words.recent, entries: recent }, ...others].filter(isFilled);
}

/** What matches, the group with the best match first; behind it what only the server has found. */
export function matching(
  query: string,
  task: Task | undefined,
  state: Tandem,
  found: readonly Found[],
): EntryGroup[] {
  const tasks = bestTasks(query, state);
  const groups = [
    ...commandGroups(task, state).map((group) => ({
      ...group,
      ranked: bestOf(query, group.entries, entriesMax),
    })),
    {
      id: 'tasks',
      title: words.tasks,
      ranked: tasks.map(({ item, score }) => ({ item: taskEntry(item, state), score })),
    },
  ];
  const local = groups
    .map(({ id, title, ranked }) => ({ id, title, ranked, entries: ranked.map(({ item }) => item) }))
    .sort((left, right) => (right.ranked[0]?.score ?? 0) - (left.ranked[0]?.score ?? 0));
  const known = new Set(tasks.map(({ item }) => item.id));
  const elsewhere = found.filter(({ task: { id } }) => !known.has(id)).map(foundEntry);
  return [...local, { id: 'elsewhere', title: words.elsewhere, entries: elsewhere }].filter(isFilled);
}

function commandGroups(task: Task | undefined, state: Tandem): EntryGroup[] {
  return [
    ...(task ? [{ id: 'task', title: taskName(task), entries: taskEntries(task, state) }] : []),
    { id: 'go', title: words.goTo, entries: goEntries(state) },
    { id: 'workspaces', title: words.workspaces, entries: workspaceEntries(state) },
    { id: 'create', title: words.create, entries: createEntries(state) },
    { id: 'app', title: words.account, entries: appEntries(state) },
  ];
}

/** By title, or by number with `#` or without. */
function bestTasks(query: string, { board, own }: Tandem): Ranked<Task>[] {
  const tasks = [...(board?.tasks.values() ?? []), ...(own?.tasks.values() ?? [])];
  const number = Number(/^#?(\d+)$/.exec(query.trim())?.[1] ?? 0);
  const numbered = tasks.filter((task) => number > 0 && task.number === number);
  const titled = bestOf(query, tasks, tasksMax).filter(({ item }) => !numbered.includes(item));
  return [...numbered.map((item) => ({ item, score: 1 })), ...titled].slice(0, tasksMax);
}

function taskEntry(task: Task, { board }: Tandem): Entry {
  const column = board?.columns.find(({ id }) => id === task.column_id)?.name;
  const number = task.number > 0 ? texts.tasks.number(task.number) : undefined;
  const place = task.workspace_id === null ? words.personal : column;
  return {
    id: `open.${task.id}`,
    title: task.title,
    icon: <PriorityGlyph priority={task.priority} />,
    detail: [number, place].filter(Boolean).join(' · '),
    run: () => openTask(task),
  };
}

function foundEntry({ task, workspace_name, field, comment_id, excerpt, highlights }: Found): Entry {
  const number = task.number > 0 ? texts.tasks.number(task.number) : undefined;
  const { id, workspace_id, title, priority } = task;
  return {
    id: `open.${id}`,
    title,
    icon: <PriorityGlyph priority={priority} />,
    detail: [number, workspace_name ?? words.personal].filter(Boolean).join(' · '),
    excerpt: field === 'number' || field === 'title' ? undefined : highlighted(excerpt, highlights),
    run: () =>
      comment_id === null ? openTask(task) : navigate(routes.comment(workspace_id, id, comment_id)),
  };
}

function recentTask(id: string, state: Tandem): Entry[] {
  const taskId = id.replace(/^open\./, '');
  const task = state.board?.tasks.get(taskId) ?? state.own?.tasks.get(taskId);
  return task === undefined ? [] : [taskEntry(task, state)];
}

function taskName({ number, title }: Task): string {
  return number > 0 ? `${texts.tasks.number(number)} ${title}` : title;
}

function isFilled({ entries }: EntryGroup): boolean {
  return entries.length > 0;
}
