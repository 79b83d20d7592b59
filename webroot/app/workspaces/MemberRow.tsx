import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import type { Instant, Member, Role } from '../../client/model';
import { Face } from '../presence/StatusDot';
import { attempt } from '../state/errors';
import { can, canActOn, grantableRoles } from '../state/permissions';
import { api, session } from '../state/session';
import { theLive, useTandem } from '../state/tandem';
import { texts } from '../texts';
import { IconButton } from '../ui/Button';
import { Confirm } from '../ui/Confirm';
import { Menu, MenuItem } from '../ui/Menu';
import { MemberPresence } from './MemberPresence';
import { useBoard } from './OpenWorkspace';
import { RoleMenu } from './RoleMenu';

interface MemberRowProps {
  member: Member;
  role: Role;
  /** `null`: never; `undefined`: not known. */
  lastSeenAt: Instant | null | undefined;
}

export function MemberRow({ member, role, lastSeenAt }: MemberRowProps) {
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
