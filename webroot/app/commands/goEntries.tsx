import {
  Activity,
  Bell,
  BellRing,
  CircleUserRound,
  History,
  Kanban,
  LayoutGrid,
  Settings,
  UserRound,
  Users,
} from 'lucide-react';
import { navigate } from 'wouter/use-browser-location';
import type { Id } from '../../client/model';
import { openCentre } from '../notifications/centre';
import { routes } from '../routes';
import type { Tandem } from '../state/tandem';
import { texts } from '../texts';
import { paletteTexts } from '../texts/palette';
import { WorkspaceMark } from '../ui/Avatar';
import { lastWorkspace } from '../workspaces/lastUsed';
import type { Entry } from './entries';
import type { ShortcutId } from './shortcuts';

const { words, titles } = paletteTexts;

/** Every page there is a way to. */
export function goEntries({ own, workspaceId }: Tandem): Entry[] {
  const current = workspaceId ?? lastWorkspace();
  const workspace = own?.workspaces.find(({ id }) => id === current);
  return [
    ...(workspace ? workspacePages(workspace.id, workspace.name) : []),
    page('my-tasks', texts.navigation.myTasks, <CircleUserRound size={16} />, routes.myTasks, 'goMyTasks'),
    {
      id: 'go.notifications',
      title: texts.notifications.title,
      words: words.notifications,
      icon: <Bell size={16} />,
      shortcut: 'goNotifications',
      run: openCentre,
    },
    page(
      'workspaces',
      texts.navigation.allWorkspaces,
      <LayoutGrid size={16} />,
      routes.workspaces,
      'goWorkspaces',
    ),
    page('profile', texts.navigation.profile, <UserRound size={16} />, routes.profile),
    page(
      'notification-settings',
      texts.notificationSettings.title,
      <BellRing size={16} />,
      routes.notificationSettings,
    ),
    page('diagnose', titles.diagnose, <Activity size={16} />, routes.diagnose),
  ];
}

function workspacePages(id: Id, name: string): Entry[] {
  const inIt = (entry: Entry): Entry => ({ ...entry, detail: name });
  return [
    inIt(page('board', texts.navigation.board, <Kanban size={16} />, routes.board(id), 'goBoard')),
    inIt(page('activity', texts.activity.title, <History size={16} />, routes.activity(id), 'goActivity')),
    inIt(page('members', texts.navigation.members, <Users size={16} />, routes.members(id))),
    inIt(
      page('settings', texts.navigation.settings, <Settings size={16} />, routes.settings(id), 'goSettings'),
    ),
  ];
}

function page(
  name: string,
  title: string,
  icon: React.ReactNode,
  address: string,
  shortcut?: ShortcutId,
): Entry {
  return {
    id: `go.${name}`,
    title,
    words: words[name],
    icon,
    ...(shortcut && { shortcut }),
    run: () => navigate(address),
  };
}

export function workspaceEntries({ own }: Tandem): Entry[] {
  return (own?.workspaces ?? []).map(({ id, name }) => ({
    id: `workspace.${id}`,
    title: name,
    icon: <WorkspaceMark id={id} name={name} size={18} />,
    run: () => navigate(routes.board(id)),
  }));
}
