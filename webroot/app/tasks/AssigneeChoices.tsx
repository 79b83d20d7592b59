import type { Id } from '../../client/model';
import { texts } from '../texts';
import { Avatar, NoAvatar } from '../ui/Avatar';
import { MenuChoice } from '../ui/Menu';
import { useBoard } from '../workspaces/OpenWorkspace';

interface AssigneeChoicesProps {
  assignedTo: Id | null;
  onChoose: (userId: Id | null) => void;
}

export function AssigneeChoices({ assignedTo, onChoose }: AssigneeChoicesProps) {
  const members = useBoard((board) => board.members);
  return (
    <>
      <MenuChoice icon={<NoAvatar size={18} />} checked={assignedTo === null} onSelect={() => onChoose(null)}>
        {texts.tasks.nobody}
      </MenuChoice>
      {members.map(({ user_id, name }) => (
        <MenuChoice
          key={user_id}
          icon={<Avatar id={user_id} name={name} size={18} />}
          checked={user_id === assignedTo}
          onSelect={() => onChoose(user_id)}
        >
          {name}
        </MenuChoice>
      ))}
    </>
  );
}
