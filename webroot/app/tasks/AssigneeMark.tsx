import type { Id } from '../../client/model';
import { texts } from '../texts';
import { Avatar } from '../ui/Avatar';
import { useBoard } from '../workspaces/OpenWorkspace';

/** The assignee's face. Nothing when nobody has the task. */
export function AssigneeMark({ userId }: { userId: Id | null }) {
  const name = useBoard((board) => board.members.find((member) => member.user_id === userId)?.name);
  if (userId === null) return null;
  const shown = name ?? texts.tasks.formerMember;
  return (
    <span title={texts.tasks.assigneeIs(shown)}>
      <Avatar id={userId} name={shown} size={20} />
      <span className="only-read-aloud">{texts.tasks.assigneeIs(shown)}</span>
    </span>
  );
}
