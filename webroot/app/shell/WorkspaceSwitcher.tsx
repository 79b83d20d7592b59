import { ChevronsUpDown, LayoutGrid, Plus } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useLocation } from 'wouter';
import type { Id } from '../../client/model';
import { UnseenCount } from '../activity/UnseenCount';
import { refreshUnseen, useNewElsewhere } from '../activity/unseen';
import { MutedMark } from '../notifications/MutedMark';
import { muteOfWorkspace } from '../notifications/mutes';
import { routes } from '../routes';
import { useTandem } from '../state/tandem';
import { texts } from '../texts';
import { WorkspaceMark } from '../ui/Avatar';
import { later } from '../ui/later';
import { Menu, MenuChoice, MenuItem, MenuLabel, MenuLine } from '../ui/Menu';

const NewWorkspace = later(() => import('../workspaces/NewWorkspace'));

export function WorkspaceSwitcher({ workspaceId }: { workspaceId: Id | null }) {
  const [, go] = useLocation();
  const [creating, setCreating] = useState(false);
  const workspaces = useTandem((state) => state.own?.workspaces);
  const news = useNewElsewhere(workspaceId);
  const current = workspaces?.find(({ id }) => id === workspaceId);
  return (
    <>
      <Menu
        onOpen={refreshUnseen}
        trigger={
          <button type="button" className="switcher" aria-label={switcherLabel(current?.name, news)}>
            {current && <WorkspaceMark id={current.id} name={current.name} size={24} />}
            <span className="switcher-name">{current?.name ?? texts.navigation.noWorkspace}</span>
            {news && <span className="unseen-dot" aria-hidden />}
            <ChevronsUpDown size={14} aria-hidden />
          </button>
        }
      >
        <MenuLabel>{texts.workspaces.title}</MenuLabel>
        {workspaces?.map(({ id, name }) => (
          <MenuChoice
            key={id}
            icon={<WorkspaceMark id={id} name={name} size={18} />}
            checked={id === workspaceId}
            onSelect={() => go(routes.board(id))}
          >
            {name} <MutedMark mute={muteOfWorkspace(id)} />
            {id !== workspaceId && <UnseenCount workspaceId={id} />}
          </MenuChoice>
        ))}
        <MenuLine />
        <MenuItem icon={<LayoutGrid size={14} />} onSelect={() => go(routes.workspaces)}>
          {texts.navigation.allWorkspaces}
        </MenuItem>
        <MenuItem icon={<Plus size={14} />} onSelect={() => setCreating(true)}>
          {texts.navigation.newWorkspace}
        </MenuItem>
      </Menu>
      <Suspense fallback={null}>
        {creating && <NewWorkspace open onClose={() => setCreating(false)} />}
      </Suspense>
    </>
  );
}

function switcherLabel(name: string | undefined, news: boolean): string {
  const label = name ? `${texts.navigation.switchWorkspace}: ${name}` : texts.navigation.switchWorkspace;
  return news ? `${label}, ${texts.changes.elsewhere}` : label;
}
