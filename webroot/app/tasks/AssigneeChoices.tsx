import type { Id } from '../../client/model';
import { Face } from '../presence/StatusDot';
import { useTandem } from '../state/tandem';
import { texts } from '../texts';
import { NoAvatar } from '../ui/Avatar';
import { MenuChoice } from '../ui/Menu';
import { useBoard } from '../workspaces/OpenWorkspace';

interface AssigneeChoicesProps {
  assignedTo: Id | null;
  onChoose: (userId: Id | null) => void;
}

export function AssigneeChoices({ assignedTo, onChoose }: AssigneeChoicesProps) {
  const members = useBoard((board) => board.members);
  const people = useTandem((state) => state.people);
  return (
    <>
      <MenuChoice icon={<NoAvatar size={18} />} checked={assignedTo === null} onSelect={() => onChoose(null)}>
        {texts.tasks.nobody}
      </MenuChoice>
      {members.map(({ user_id, name }) => (
        <MenuChoice
          key={user_id}
          icon={<Face person={{ user_id, name }} status={people.get(user_id)?.status ?? null} size={18} />}
          checked={user_id === assignedTo}
          onSelect={() => onChoose(user_id)}
        >
          {name}
        </MenuChoice>
      ))}
    </>
  );
}
