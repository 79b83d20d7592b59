import { CheckCheck, Keyboard, LayoutGrid, LogOut, Plus, SunMoon, UserPlus } from 'lucide-react';
import { readAllNotifications } from '../notifications/centre';
import { StatusDot } from '../presence/StatusDot';
import { signOut } from '../state/session';
import type { Tandem } from '../state/tandem';
import { useTheme } from '../state/theme';
import { texts } from '../texts';
import { paletteTexts } from '../texts/palette';
import type { Entry } from './entries';
import { show } from './palette';
import { mayManage } from './tasksAtHand';

const { titles, words } = paletteTexts;

export function createEntries(state: Tandem): Entry[] {
  return [
    {
      id: 'create.task',
      title: titles.create,
      words: words.create,
      icon: <Plus size={16} />,
      shortcut: 'create',
      page: 'create',
    },
    {
      id: 'create.workspace',
      title: titles.newWorkspace,
      words: words.newWorkspace,
      icon: <LayoutGrid size={16} />,
      run: () => show({ kind: 'new-workspace' }),
    },
    ...(mayManage(state)
      ? [
          {
            id: 'create.invite',
            title: titles.invite,
            words: words.invite,
            icon: <UserPlus size={16} />,
            detail: state.board?.workspace.name,
            run: () => show({ kind: 'invite' }),
          },
        ]
      : []),
  ];
}

/** About the person, and about the app as such. */
export function appEntries({ own }: Tandem): Entry[] {
  const status = own?.status ?? 'available';
  return [
    ...(own !== null && own.unreadNotifications > 0
      ? [
          {
            id: 'app.read-all',
            title: titles.readAll,
            words: words.readAll,
            icon: <CheckCheck size={16} />,
            run: () => readAllNotifications(null),
          },
        ]
      : []),
    {
      id: 'app.status',
      title: titles.status,
      words: words.status,
      icon: <StatusDot status={status} />,
      detail: texts.statuses[status],
      page: 'status',
    },
    {
      id: 'app.theme',
      title: titles.theme,
      words: words.theme,
      icon: <SunMoon size={16} />,
      detail: texts.navigation.themes[useTheme.getState().theme],
      page: 'theme',
    },
    {
      id: 'app.shortcuts',
      title: titles.shortcuts,
      words: words.shortcuts,
      icon: <Keyboard size={16} />,
      shortcut: 'sheet',
      run: () => show({ kind: 'sheet' }),
    },
    {
      id: 'app.sign-out',
      title: texts.navigation.signOut,
      words: words.signOut,
      icon: <LogOut size={16} />,
      run: () => signOut().catch(() => undefined),
    },
  ];
}
