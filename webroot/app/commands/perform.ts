import { navigate } from 'wouter/use-browser-location';
import type { Task } from '../../client/model';
import { openCentre } from '../notifications/centre';
import { isMuted, muteOfTask, setMuted } from '../notifications/mutes';
import { routes } from '../routes';
import { completeTask, reopenTask } from '../state/commands';
import { useTandem } from '../state/tandem';
import { showToast } from '../state/toasts';
import { currentTaskId } from '../tasks/currentTask';
import { texts } from '../texts';
import { lastWorkspace } from '../workspaces/lastUsed';
import { focusSoon } from './focusSoon';
import { show, type TaskPage } from './palette';
import type { ShortcutId } from './shortcuts';
import { mayChangeTask, taskAtHand } from './tasksAtHand';

/** What shortcuts do. Answers whether there was something to do it to. */
export function perform(id: ShortcutId): boolean {
  const task = taskAtHand(currentTaskId());
  return (everywhere[id]?.() ?? false) || (task !== undefined && (onTask[id]?.(task) ?? false));
}

const everywhere: Partial<Record<ShortcutId, () => boolean>> = {
  palette: () => done(openPalette()),
  sheet: () => done(show({ kind: 'sheet' })),
  create: newTask,
  search: () => focused('[data-search-field]') || done(openPalette()),
  view: () => pressed('[data-view-toggle]'),
  previousWorkspace: () => toWorkspace(-1),
  nextWorkspace: () => toWorkspace(1),
  close: closeTask,
  goBoard: () => inWorkspace(routes.board),
  goActivity: () => inWorkspace(routes.activity),
  goSettings: () => inWorkspace(routes.settings),
  goMyTasks: () => done(navigate(routes.myTasks)),
  goWorkspaces: () => done(navigate(routes.workspaces)),
  goNotifications: () => done(openCentre()),
};

type OnTask = (task: Task) => boolean;

const onPage =
  (page: TaskPage): OnTask =>
  (task) =>
    mayChangeTask(task) && done(show({ kind: 'palette', page, taskId: task.id }));
const inOwnWorkspace =
  (then: OnTask): OnTask =>
  (task) =>
    task.workspace_id !== null && then(task);

const onTask: Partial<Record<ShortcutId, OnTask>> = {
  open: (task) => !isPressable(document.activeElement) && done(openTask(task)),
  editTitle: (task) => mayChangeTask(task) && done(goInto(task, 'title')),
  comment: (task) => mayChangeTask(task) && done(goInto(task, 'comment')),
  assign: inOwnWorkspace(onPage('assign')),
  label: inOwnWorkspace(onPage('label')),
  priority: onPage('priority'),
  due: onPage('due'),
  complete: (task) => mayChangeTask(task) && done(toggleCompleted(task)),
  mute: (task) => done(toggleMuted(task)),
};

export function openPalette(): void {
  show({ kind: 'palette', page: null, taskId: currentTaskId() });
}

export function openTask({ workspace_id, id }: Pick<Task, 'workspace_id' | 'id'>): void {
  navigate(inView(routes.task(workspace_id, id)));
}

const fields = {
  title: '.task-panel .task-title-text',
  comment: '.task-panel .composer textarea',
};

/** To one of the task's fields, once the task is open. */
export function goInto(task: Task, field: keyof typeof fields): void {
  if (!location.pathname.endsWith(task.id)) openTask(task);
  focusSoon(fields[field]);
}

export function toggleCompleted(task: Task): void {
  if (task.completed_at === null) completeTask(task);
  else reopenTask(task);
}

export function toggleMuted(task: Task): void {
  const mute = muteOfTask(task);
  setMuted(mute, !isMuted(useTandem.getState().own?.mutes ?? [], mute));
}

export async function copy(text: string, said: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    showToast({ kind: 'info', title: said });
  } catch {
    showToast({ kind: 'problem', title: texts.commands.couldNotCopy, detail: text });
  }
}

/** The line to type in is in the focused card's column, else the first there is; elsewhere the palette has one. */
function newTask(): boolean {
  const here = document.activeElement?.closest('.column, .list-group');
  const button = [here, document].flatMap(
    (place) => place?.querySelector<HTMLElement>('.quick-add') ?? [],
  )[0];
  if (button) button.click();
  else show({ kind: 'palette', page: 'create', taskId: null });
  return true;
}

/** Where the focus is in it, the panel hears Escape itself. */
function closeTask(): boolean {
  const match = location.pathname.match(/^(.*)\/tasks\/[^/]+$/);
  if (!match) return false;
  return done(navigate(inView(match[1] || routes.myTasks)));
}

/** How a board is looked at stands in its address, and stays while one goes about in it. */
function inView(address: string): string {
  const board = /^\/workspaces\/[^/]+(?=\/tasks\/|$)/;
  const there = board.exec(address)?.[0];
  const stays = there !== undefined && there === board.exec(location.pathname)?.[0];
  return stays ? address + location.search : address;
}

/** Where it is the one that is open. */
export function closeOpenTask(id: string): void {
  if (location.pathname.endsWith(`/tasks/${id}`)) closeTask();
}

function inWorkspace(address: (workspaceId: string) => string): boolean {
  const workspaceId = useTandem.getState().workspaceId ?? lastWorkspace();
  return workspaceId !== null && done(navigate(address(workspaceId)));
}

function toWorkspace(step: number): boolean {
  const { own, workspaceId } = useTandem.getState();
  const ids = own?.workspaces.map(({ id }) => id) ?? [];
  const here = ids.indexOf(workspaceId ?? lastWorkspace() ?? '');
  const next = ids[(here + step + ids.length) % ids.length];
  return next !== undefined && next !== workspaceId && done(navigate(routes.board(next)));
}

function focused(selector: string): boolean {
  const field = document.querySelector<HTMLElement>(selector);
  field?.focus();
  return field !== null;
}

function pressed(selector: string): boolean {
  const button = document.querySelector<HTMLElement>(selector);
  button?.click();
  return button !== null;
}

/** Buttons and links do with Enter what they are for. */
function isPressable(element: Element | null): boolean {
  return element?.closest('a, button, summary, [role="button"], [role="tab"]') != null;
}

function done(_: unknown): true {
  return true;
}
