import { Link } from 'wouter';
import type { Workspace } from '../../client/model';
import { UnseenCount } from '../activity/UnseenCount';
import { MutedMark } from '../notifications/MutedMark';
import { muteOfWorkspace } from '../notifications/mutes';
import { routes } from '../routes';
import { texts } from '../texts';
import { WorkspaceMark } from '../ui/Avatar';
import { Faces } from '../ui/Faces';
import { useFaces } from './useFaces';

export function WorkspaceCard({ workspace }: { workspace: Workspace }) {
  const { id, name, description, role, member_count } = workspace;
  const faces = useFaces(id, member_count);
  return (
    <li className="workspace-card">
      <div className="workspace-card-head">
        <WorkspaceMark id={id} name={name} size={32} />
        <div className="box-grow">
          <Link href={routes.board(id)} className="workspace-link">
            {name}
          </Link>{' '}
          <MutedMark mute={muteOfWorkspace(id)} />
          <p className="soft">
            {texts.workspaces.memberCount(member_count)}
            {role && ` · ${texts.roleNames[role]}`}
          </p>
        </div>
        <UnseenCount workspaceId={id} />
      </div>
      {description && <p className="workspace-description">{description}</p>}
      <div className="workspace-faces">
        {faces.length > 0 && <Faces people={faces} count={member_count} />}
      </div>
    </li>
  );
}
