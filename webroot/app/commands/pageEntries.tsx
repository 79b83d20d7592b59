import { CircleUserRound, Columns3, X } from 'lucide-react';
import { priorities, statuses, type Task } from '../../client/model';
import { Face, StatusDot } from '../presence/StatusDot';
import { themeIcons } from '../shell/AccountMenu';
import { assignTask, changeTask, chooseStatus, createTask, moveTask } from '../state/commands';
import type { Tandem } from '../state/tandem';
import { chooseTheme, themes, useTheme } from '../state/theme';
import { dayName, endOfDay } from '../tasks/dates';
import { LabelDot } from '../tasks/LabelChip';
import { PriorityGlyph } from '../tasks/PriorityGlyph';
import { texts } from '../texts';
import { paletteTexts } from '../texts/palette';
import { NoAvatar } from '../ui/Avatar';
import type { Entry } from './entries';
import type { PageName, TaskPage } from './palette';
import { openTask } from './perform';
import { mayChangeTasks } from './tasksAtHand';

/** What can be chosen on a page of the palette. `query`: what is typed; on the page for a new task it is the title. */
export function pageEntries(page: PageName, task: Task | undefined, state: Tandem, query: string): Entry[] {
  if (page === 'theme') return themeEntries();
  if (page === 'status') return statusEntries(state);
  if (page === 'create') return createIn(state, query.trim());
  return task === undefined ? [] : ofTask[page](task, state);
}

const ofTask: Record<TaskPage, (task: Task, state: Tandem) => Entry[]> = {
  assign: (task, { board, people }) => [
    {
      id: 'assign.nobody',
      title: texts.tasks.nobody,
      icon: <NoAvatar size={18} />,
      checked: task.assigned_to === null,
      run: () => assignTask(task, null),
    },
    ...(board?.members ?? []).map(({ user_id, name }) => ({
      id: `assign.${user_id}`,
      title: name,
      icon: <Face person={{ user_id, name }} status={people.get(user_id)?.status ?? null} size={18} />,
      checked: task.assigned_to === user_id,
      run: () => assignTask(task, user_id),
    })),
  ],
  move: (task, { board }) =>
    (board?.columns ?? []).map(({ id, name }) => ({
      id: `move.${id}`,
      title: name,
      icon: <Columns3 size={16} />,
      checked: task.column_id === id,
      run: () => moveTask(task, id),
    })),
  priority: (task) =>
    priorities.map((priority) => ({
      id: `priority.${priority}`,
      title: texts.priorities[priority],
      icon: <PriorityGlyph priority={priority} />,
      checked: task.priority === priority,
      run: () => changeTask(task, { priority }),
    })),
  due: (task) => [
    ...dueDays.map(({ days, name }) => ({
      id: `due.${days}`,
      title: name,
      detail: dayOf(days),
      run: () => changeTask(task, { due_at: endOfDay(days) }),
    })),
    {
      id: 'due.none',
      title: texts.tasks.dueClear,
      icon: <X size={16} />,
      checked: task.due_at === null,
      run: () => changeTask(task, { due_at: null }),
    },
  ],
  label: (task, { board }) =>
    (board?.labels ?? []).map(({ id, name, color }) => ({
      id: `label.${id}`,
      title: name,
      icon: <LabelDot color={color} />,
      checked: task.labels.includes(id),
      stays: true,
      run: () => toggleLabel(task, id),
    })),
};

const dueDays = [
  { days: 0, name: texts.tasks.dueToday },
  { days: 1, name: texts.tasks.dueTomorrow },
  { days: 7, name: texts.tasks.dueNextWeek },
];

const weekday = new Intl.DateTimeFormat('en', { weekday: 'short' });

function dayOf(days: number): string {
  const day = endOfDay(days);
  return days < 2 ? weekday.format(new Date(day)) : `${weekday.format(new Date(day))} ${dayName(day)}`;
}

function toggleLabel(task: Task, id: string): void {
  const others = task.labels.filter((other) => other !== id);
  changeTask(task, { labels: others.length < task.labels.length ? others : [...others, id] });
}

/** Where a task with this title could be made. */
function createIn(state: Tandem, title: string): Entry[] {
  const { board, workspaceId } = state;
  const make = (workspace: string | null, column?: string) => () => {
    if (title !== '') openTask({ workspace_id: workspace, id: createTask(workspace, title, column) });
  };
  const columns = mayChangeTasks(state) ? (board?.columns ?? []) : [];
  return [
    ...columns.map(({ id, name }) => ({
      id: `create.${id}`,
      title: name,
      icon: <Columns3 size={16} />,
      detail: board?.workspace.name,
      stays: title === '',
      run: make(workspaceId, id),
    })),
    {
      id: 'create.own',
      title: paletteTexts.titles.createOwn,
      icon: <CircleUserRound size={16} />,
      stays: title === '',
      run: make(null),
    },
  ];
}

function themeEntries(): Entry[] {
  return themes.map((theme) => {
    const Icon = themeIcons[theme];
    return {
      id: `theme.${theme}`,
      title: texts.navigation.themes[theme],
      icon: <Icon size={16} />,
      checked: useTheme.getState().theme === theme,
      run: () => chooseTheme(theme),
    };
  });
}

function statusEntries({ own }: Tandem): Entry[] {
  return statuses.map((status) => ({
    id: `status.${status}`,
    title: texts.statuses[status],
    icon: <StatusDot status={status} />,
    checked: own?.status === status,
    run: () => chooseStatus(status),
  }));
}
