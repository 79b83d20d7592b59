import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Instant, Member, Role } from '../../client/model';
import { Face } from '../presence/StatusDot';
import { routes } from '../routes';
import { attempt } from '../state/errors';
import { can, canActOn, grantableRoles } from '../state/permissions';
import { api, session } from '../state/session';
import { theLive, useTandem } from '../state/tandem';
import { texts } from '../texts';
import { Button, IconButton } from '../ui/Button';
import { Confirm } from '../ui/Confirm';
import { Menu, MenuItem } from '../ui/Menu';
import { usePageTitle } from '../ui/usePageTitle';
import { InviteLinks } from './InviteLinks';
import { MemberPresence } from './MemberPresence';
import { useBoard, useRole } from './OpenWorkspace';
import { RoleMenu } from './RoleMenu';
import { useLastSeen } from './useLastSeen';
import './Workspaces.css';

export default function MembersPage() {
  const workspace = useBoard((board) => board.workspace);
  const members = useBoard((board) => board.members);
  const role = useRole();
  const lastSeen = useLastSeen(workspace.id);
  usePageTitle(`${texts.members.title} · ${workspace.name}`);
  return (
    <div className="text-page">
      <header className="text-page-head">
        <h1 className="page-title">{texts.members.title}</h1>
        <Leave />
      </header>
      <ul className="box" aria-label={texts.members.title}>
        {members.map((member) => (
          <MemberRow
            key={member.user_id}
            member={member}
            role={role}
            lastSeenAt={lastSeen.get(member.user_id)}
          />
        ))}
      </ul>
      {can(role, 'manage-workspace') && <InviteLinks workspaceId={workspace.id} role={role} />}
    </div>
  );
}

interface MemberRowProps {
  member: Member;
  role: Role;
  /** `null`: never; `undefined`: not known. */
  lastSeenAt: Instant | null | undefined;
}

function MemberRow({ member, role, lastSeenAt }: MemberRowProps) {
  const workspaceId = useBoard((board) => board.workspace.id);
  const status = useTandem((state) => state.people.get(member.user_id)?.status ?? null);
  const myself = member.user_id === session.user?.id;
  const changeRole = (chosen: Role) =>
    attempt(texts.members.couldNotChange, async () => {
      await api.changeMember(workspaceId, member.user_id, chosen);
      theLive().changedOverRest(workspaceId);
    });
  return (
    <li className="box-row">
      <Face person={member} status={status} size={32} />
      <div className="box-grow">
        <p className="person-name">
          {member.name}
          {myself && <span className="badge">{texts.members.you}</span>}
        </p>
        <p className="person-email">
          <MemberPresence status={status} lastSeenAt={lastSeenAt} />
          {member.email}
        </p>
      </div>
      {!myself && canActOn(role, member.role) ? (
        <RoleMenu
          label={texts.members.roleOf(member.name)}
          role={member.role}
          choices={grantableRoles(role)}
          onChoose={changeRole}
        />
      ) : (
        <span className="role-fixed">{texts.roleNames[member.role]}</span>
      )}
      {!myself && can(role, 'manage-workspace') && <MemberMenu member={member} role={role} />}
    </li>
  );
}

function MemberMenu({ member, role }: { member: Member; role: Role }) {
  const workspaceId = useBoard((board) => board.workspace.id);
  const [asking, setAsking] = useState<'remove' | 'transfer' | null>(null);
  const removable = canActOn(role, member.role);
  const transferable = can(role, 'own-workspace') && member.role !== 'owner';
  if (!removable && !transferable) return null;
  const then = (title: string, task: Promise<unknown>) =>
    attempt(title, async () => {
      await task;
      theLive().changedOverRest(workspaceId);
    });
  return (
    <>
      <Menu
        align="end"
        trigger={
          <IconButton label={texts.members.actions(member.name)} icon={<Ellipsis size={16} />} tip={false} />
        }
      >
        {transferable && (
          <MenuItem onSelect={() => setAsking('transfer')}>{texts.members.makeOwner}</MenuItem>
        )}
        {removable && (
          <MenuItem danger onSelect={() => setAsking('remove')}>
            {texts.members.remove}
          </MenuItem>
        )}
      </Menu>
      <Confirm
        open={asking === 'remove'}
        onClose={() => setAsking(null)}
        title={texts.members.removeTitle(member.name)}
        hint={texts.members.removeHint}
        action={texts.actions.remove}
        onConfirm={() => then(texts.members.couldNotRemove, api.removeMember(workspaceId, member.user_id))}
      />
      <Confirm
        open={asking === 'transfer'}
        onClose={() => setAsking(null)}
        title={texts.members.makeOwnerTitle(member.name)}
        hint={texts.members.makeOwnerHint}
        action={texts.members.makeOwner}
        onConfirm={() =>
          then(texts.members.couldNotTransfer, api.transferWorkspace(workspaceId, member.user_id))
        }
      />
    </>
  );
}

function Leave() {
  const [, go] = useLocation();
  const workspace = useBoard((board) => board.workspace);
  const [asking, setAsking] = useState(false);
  const leave = () =>
    attempt(texts.members.couldNotLeave, async () => {
      await api.leaveWorkspace(workspace.id);
      theLive().changedOverRest(null);
      go(routes.workspaces);
    });
  return (
    <>
      <Button look="quiet" onClick={() => setAsking(true)}>
        {texts.members.leave}
      </Button>
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        title={texts.members.leaveTitle(workspace.name)}
        hint={texts.members.leaveHint}
        action={texts.members.leave}
        onConfirm={leave}
      />
    </>
  );
}
