import { CircleUserRound, History, Kanban, LayoutGrid, Settings, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link, useLocation, useRoute } from 'wouter';
import type { Id } from '../../client/model';
import { NewCount } from '../activity/UnseenCount';
import { useVisit } from '../activity/visits';
import { PaletteButton } from '../commands/PaletteButton';
import { Bell } from '../notifications/Bell';
import { MutedMark } from '../notifications/MutedMark';
import { muteOfWorkspace } from '../notifications/mutes';
import { routes } from '../routes';
import { useTandem } from '../state/tandem';
import { texts } from '../texts';
import { lastWorkspace } from '../workspaces/lastUsed';
import { AccountMenu } from './AccountMenu';
import { ConnectionChip } from './ConnectionChip';
import { WorkspaceSwitcher } from './WorkspaceSwitcher';
import './Sidebar.css';

export function Sidebar({ open }: { open: boolean }) {
  const workspaceId = useCurrentWorkspaceId();
  return (
    <div className={`sidebar ${open ? 'sidebar-open' : ''}`}>
      <WorkspaceSwitcher workspaceId={workspaceId} />
      <PaletteButton />
      <nav className="sidebar-links" aria-label={texts.navigation.label}>
        <Bell look="row" />
        <SidebarLink address={routes.myTasks} icon={<CircleUserRound size={16} />}>
          {texts.navigation.myTasks}
        </SidebarLink>
        <SidebarLink address={routes.workspaces} icon={<LayoutGrid size={16} />} exact>
          {texts.navigation.allWorkspaces}
        </SidebarLink>
        {workspaceId && <WorkspaceLinks workspaceId={workspaceId} />}
      </nav>
      <div className="sidebar-foot">
        <ConnectionChip />
        <AccountMenu />
      </div>
    </div>
  );
}

function WorkspaceLinks({ workspaceId }: { workspaceId: Id }) {
  const name = useTandem((state) => state.own?.workspaces.find(({ id }) => id === workspaceId)?.name);
  const newOnArrival = useVisit(({ visit }) => (visit?.workspaceId === workspaceId ? visit.unseen : 0));
  const [inTask] = useRoute('/workspaces/:workspaceId/tasks/:taskId');
  if (name === undefined) return null;
  return (
    <>
      <p className="sidebar-heading">
        {name} <MutedMark mute={muteOfWorkspace(workspaceId)} />
      </p>
      <SidebarLink address={routes.board(workspaceId)} icon={<Kanban size={16} />} exact active={inTask}>
        {texts.navigation.board}
      </SidebarLink>
      <SidebarLink address={routes.activity(workspaceId)} icon={<History size={16} />}>
        {texts.activity.title}
        <NewCount number={newOnArrival} />
      </SidebarLink>
      <SidebarLink address={routes.members(workspaceId)} icon={<Users size={16} />}>
        {texts.navigation.members}
      </SidebarLink>
      <SidebarLink address={routes.settings(workspaceId)} icon={<Settings size={16} />}>
        {texts.navigation.settings}
      </SidebarLink>
    </>
  );
}

interface SidebarLinkProps {
  address: string;
  icon: ReactNode;
  children: ReactNode;
  exact?: boolean;
  active?: boolean;
}

function SidebarLink({ address, icon, children, exact = false, active = false }: SidebarLinkProps) {
  const [here] = useLocation();
  const current = active || here === address || (!exact && here.startsWith(`${address}/`));
  return (
    <Link href={address} className="sidebar-link" aria-current={current ? 'page' : undefined}>
      {icon}
      {children}
    </Link>
  );
}

/** The one in the address; elsewhere the one last worked on. */
function useCurrentWorkspaceId(): Id | null {
  const [here] = useLocation();
  return here.match(/^\/workspaces\/([^/]+)/)?.[1] ?? lastWorkspace();
}
