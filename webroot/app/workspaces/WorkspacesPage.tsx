import { CloudOff, LayoutGrid, Plus } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Workspace } from '../../client/model';
import { UnseenCount } from '../activity/UnseenCount';
import { routes } from '../routes';
import { retryNow, useTandem } from '../state/tandem';
import { texts } from '../texts';
import { WorkspaceMark } from '../ui/Avatar';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { usePageTitle } from '../ui/usePageTitle';
import { NewWorkspace } from './NewWorkspace';
import './Workspaces.css';

export default function WorkspacesPage() {
  const [creating, setCreating] = useState(false);
  usePageTitle(texts.workspaces.title);
  const create = () => setCreating(true);
  return (
    <div className="text-page">
      <header className="text-page-head">
        <h1 className="page-title">{texts.workspaces.title}</h1>
        <Button look="primary" onClick={create}>
          <Plus size={15} aria-hidden />
          {texts.workspaces.create}
        </Button>
      </header>
      <List />
      <NewWorkspace open={creating} onClose={() => setCreating(false)} />
    </div>
  );
}

function List() {
  const workspaces = useTandem((state) => state.own?.workspaces);
  const status = useTandem((state) => state.ownStatus);
  if (workspaces === undefined) return status === 'failed' ? <Failed /> : <Outline />;
  if (workspaces.length === 0) {
    return (
      <div className="box">
        <Notice
          icon={<LayoutGrid size={20} />}
          title={texts.workspaces.empty}
          hint={texts.workspaces.emptyHint}
        />
      </div>
    );
  }
  return (
    <ul className="workspace-list">
      {workspaces.map((workspace) => (
        <WorkspaceCard key={workspace.id} workspace={workspace} />
      ))}
    </ul>
  );
}

function WorkspaceCard({
  workspace: { id, name, description, role, member_count },
}: {
  workspace: Workspace;
}) {
  return (
    <li className="workspace-card">
      <WorkspaceMark id={id} name={name} size={32} />
      <div className="box-grow">
        <Link href={routes.board(id)} className="workspace-link">
          {name}
        </Link>
        {description && <p className="workspace-description">{description}</p>}
        <p className="soft">
          {texts.workspaces.memberCount(member_count)}
          {role && ` · ${texts.roleNames[role]}`}
        </p>
      </div>
      <UnseenCount workspaceId={id} />
    </li>
  );
}

function Outline() {
  return (
    <div className="workspace-list" role="status" aria-label={texts.states.loading}>
      <div className="workspace-card skeleton" />
      <div className="workspace-card skeleton" />
    </div>
  );
}

function Failed() {
  return (
    <Notice
      icon={<CloudOff size={20} />}
      title={texts.workspaces.listFailed}
      hint={texts.problems.network ?? ''}
    >
      <Button look="primary" onClick={retryNow}>
        {texts.actions.retry}
      </Button>
    </Notice>
  );
}
