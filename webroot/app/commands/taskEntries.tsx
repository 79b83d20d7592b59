import {
  ArrowUpRight,
  Bell,
  BellOff,
  CalendarClock,
  CircleCheck,
  Columns3,
  Hash,
  Link2,
  MessageSquare,
  Pencil,
  RotateCcw,
  SignalHigh,
  Tag,
  Trash2,
  UserRound,
} from 'lucide-react';
import type { Task } from '../../client/model';
import { isMuted, muteOfTask } from '../notifications/mutes';
import { routes } from '../routes';
import type { Tandem } from '../state/tandem';
import { dayName } from '../tasks/dates';
import { texts } from '../texts';
import { paletteTexts } from '../texts/palette';
import type { Entry } from './entries';
import { show } from './palette';
import { copy, goInto, openTask, toggleCompleted, toggleMuted } from './perform';
import { mayChangeTask } from './tasksAtHand';

const { titles, words } = paletteTexts;

/** Everything that can be done with a task, by whoever asks. */
export function taskEntries(task: Task, state: Tandem): Entry[] {
  const changeable = mayChangeTask(task, state);
  return [
    ...(location.pathname.endsWith(task.id) ? [] : [opening(task)]),
    ...(changeable
      ? [completing(task), ...assigning(task, state), ...properties(task), ...writing(task)]
      : []),
    muting(task, state),
    ...copying(task),
    ...(changeable ? [deleting(task)] : []),
  ];
}

function opening(task: Task): Entry {
  return {
    id: 'task.open',
    title: titles.openTask,
    icon: <ArrowUpRight size={16} />,
    shortcut: 'open',
    run: () => openTask(task),
  };
}

function completing(task: Task): Entry {
  const open = task.completed_at === null;
  return {
    id: 'task.complete',
    title: open ? titles.complete : titles.reopen,
    words: open ? words.complete : words.reopen,
    icon: open ? <CircleCheck size={16} /> : <RotateCcw size={16} />,
    shortcut: 'complete',
    run: () => toggleCompleted(task),
  };
}

/** What only tasks of a workspace have. */
function assigning(task: Task, { board }: Tandem): Entry[] {
  if (task.workspace_id === null || board === null) return [];
  const assignee = board.members.find(({ user_id }) => user_id === task.assigned_to)?.name;
  const column = board.columns.find(({ id }) => id === task.column_id)?.name;
  return [
    {
      id: 'task.assign',
      title: titles.assign,
      words: words.assign,
      icon: <UserRound size={16} />,
      detail: assignee,
      shortcut: 'assign',
      page: 'assign',
    },
    {
      id: 'task.move',
      title: titles.move,
      words: words.move,
      icon: <Columns3 size={16} />,
      detail: column,
      page: 'move',
    },
    {
      id: 'task.label',
      title: titles.label,
      words: words.label,
      icon: <Tag size={16} />,
      shortcut: 'label',
      page: 'label',
    },
  ];
}

function properties(task: Task): Entry[] {
  return [
    {
      id: 'task.priority',
      title: titles.priority,
      words: words.priority,
      icon: <SignalHigh size={16} />,
      detail: task.priority === 'none' ? undefined : texts.priorities[task.priority],
      shortcut: 'priority',
      page: 'priority',
    },
    {
      id: 'task.due',
      title: titles.due,
      words: words.due,
      icon: <CalendarClock size={16} />,
      detail: task.due_at === null ? undefined : dayName(task.due_at),
      shortcut: 'due',
      page: 'due',
    },
  ];
}

function writing(task: Task): Entry[] {
  return [
    {
      id: 'task.title',
      title: titles.editTitle,
      icon: <Pencil size={16} />,
      shortcut: 'editTitle',
      run: () => goInto(task, 'title'),
    },
    {
      id: 'task.comment',
      title: titles.comment,
      words: words.comment,
      icon: <MessageSquare size={16} />,
      shortcut: 'comment',
      run: () => goInto(task, 'comment'),
    },
  ];
}

function muting(task: Task, { own }: Tandem): Entry {
  const muted = isMuted(own?.mutes ?? [], muteOfTask(task));
  return {
    id: 'task.mute',
    title: muted ? texts.mutes.unmuteTask : texts.mutes.muteTask,
    words: words.mute,
    icon: muted ? <Bell size={16} /> : <BellOff size={16} />,
    shortcut: 'mute',
    run: () => toggleMuted(task),
  };
}

function copying({ id, workspace_id, number }: Task): Entry[] {
  const link = location.origin + routes.task(workspace_id, id);
  const name = texts.tasks.number(number);
  return [
    {
      id: 'task.copy-link',
      title: titles.copyLink,
      words: words.copyLink,
      icon: <Link2 size={16} />,
      run: () => copy(link, paletteTexts.linkCopied),
    },
    ...(number > 0
      ? [
          {
            id: 'task.copy-number',
            title: titles.copyNumber,
            icon: <Hash size={16} />,
            detail: name,
            run: () => copy(name, paletteTexts.numberCopied(name)),
          },
        ]
      : []),
  ];
}

function deleting({ id }: Task): Entry {
  return {
    id: 'task.delete',
    title: titles.deleteTask,
    words: words.deleteTask,
    icon: <Trash2 size={16} />,
    run: () => show({ kind: 'delete', taskId: id }),
  };
}
