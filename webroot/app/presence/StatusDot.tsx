import type { Id, Status } from '../../client/model';
import { Avatar } from '../ui/Avatar';
import './Presence.css';

/** Told apart by its shape as well as its colour: full, hollow, barred. The words stand elsewhere. */
export function StatusDot({ status }: { status: Status }) {
  return <span className={`status-dot status-${status}`} aria-hidden />;
}

interface FaceProps {
  person: { user_id: Id; name: string };
  status: Status | null;
  size?: 18 | 20 | 24 | 32;
}

/** Somebody's avatar with their status; `null`: they are not here. */
export function Face({ person, status, size = 24 }: FaceProps) {
  return (
    <span className="face">
      <Avatar id={person.user_id} name={person.name} size={size} />
      {status !== null && <StatusDot status={status} />}
    </span>
  );
}
