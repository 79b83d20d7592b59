import { useState } from 'react';
import type { Id, Member } from '../../client/model';
import { Face } from '../presence/StatusDot';
import { session } from '../state/session';
import { useTandem } from '../state/tandem';
import { texts } from '../texts';
import { NoAvatar } from '../ui/Avatar';
import { MenuChoice, MenuLabel, MenuSearch } from '../ui/Menu';
import { findMembers } from '../workspaces/findMembers';
import { useBoard } from '../workspaces/OpenWorkspace';

interface AssigneeChoicesProps {
  assignedTo: Id | null;
  onChoose: (userId: Id | null) => void;
}

const listedMax = 50;
/** With fewer than these nobody needs to search. */
const searchedFrom = 10;

/** The reader first, then everybody else; among many they are searched. */
export function AssigneeChoices({ assignedTo, onChoose }: AssigneeChoicesProps) {
  const members = useBoard((board) => board.members);
  const people = useTandem((state) => state.people);
  const [typed, setTyped] = useState('');
  const found = mineFirst(findMembers(members, typed));
  return (
    <>
      {members.length >= searchedFrom && (
        <MenuSearch label={texts.tasks.findAssignee} value={typed} onChange={setTyped} />
      )}
      {typed === '' && (
        <MenuChoice
          icon={<NoAvatar size={18} />}
          checked={assignedTo === null}
          onSelect={() => onChoose(null)}
        >
          {texts.tasks.nobody}
        </MenuChoice>
      )}
      {found.slice(0, listedMax).map(({ user_id, name }) => (
        <MenuChoice
          key={user_id}
          icon={<Face person={{ user_id, name }} status={people.get(user_id)?.status ?? null} size={18} />}
          checked={user_id === assignedTo}
          onSelect={() => onChoose(user_id)}
        >
          {name}
        </MenuChoice>
      ))}
      {found.length > listedMax && (
        <MenuLabel>{texts.tasks.moreAssignees(found.length - listedMax)}</MenuLabel>
      )}
      {found.length === 0 && <MenuLabel>{texts.tasks.noAssignee}</MenuLabel>}
    </>
  );
}

function mineFirst(members: readonly Member[]): Member[] {
  const mine = ({ user_id }: Member) => user_id === session.user?.id;
  return [...members.filter(mine), ...members.filter((member) => !mine(member))];
}
