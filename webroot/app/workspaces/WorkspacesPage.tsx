import { CloudOff, Plus } from 'lucide-react';
import { useState } from 'react';
import { session } from '../state/session';
import { retryNow, useTandem } from '../state/tandem';
import { texts } from '../texts';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { usePageTitle } from '../ui/usePageTitle';
import { FirstSteps } from './FirstSteps';
import { byLastUse, usedWorkspaces } from './lastUsed';
import NewWorkspace from './NewWorkspace';
import { WorkspaceCard } from './WorkspaceCard';
import './Workspaces.css';

export default function WorkspacesPage() {
  const [creating, setCreating] = useState(false);
  usePageTitle(texts.workspaces.title);
  const create = () => setCreating(true);
  const none = useTandem((state) => state.own?.workspaces.length === 0);
  return (
    <div className="text-page">
      <header className="text-page-head">
        <h1 className="page-title">{texts.workspaces.title}</h1>
        {!none && (
          <Button look="primary" onClick={create}>
            <Plus size={15} aria-hidden />
            {texts.workspaces.create}
          </Button>
        )}
      </header>
      <List onCreate={create} />
      <NewWorkspace open={creating} onClose={() => setCreating(false)} />
    </div>
  );
}

function List({ onCreate }: { onCreate: () => void }) {
  const workspaces = useTandem((state) => state.own?.workspaces);
  const status = useTandem((state) => state.ownStatus);
  if (workspaces === undefined) return status === 'failed' ? <Failed /> : <Outline />;
  if (workspaces.length === 0) return <FirstSteps onCreate={onCreate} />;
  return (
    <ul className="workspace-list">
      {byLastUse(workspaces, usedWorkspaces(session.user?.id ?? '')).map((workspace) => (
        <WorkspaceCard key={workspace.id} workspace={workspace} />
      ))}
    </ul>
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
