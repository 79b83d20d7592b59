import type { Instant, Status } from '../../client/model';
import { texts } from '../texts';
import { When } from '../ui/When';

interface MemberPresenceProps {
  /** `null`: they are not here. */
  status: Status | null;
  lastSeenAt: Instant | null | undefined;
}

/** Whether somebody is here, and else when they were last. Nothing where the server does not say. */
export function MemberPresence({ status, lastSeenAt }: MemberPresenceProps) {
  if (status === null && lastSeenAt === undefined) return null;
  return (
    <span className="member-presence">
      {status !== null && (status === 'available' ? texts.presence.online : texts.statuses[status])}
      {status === null && lastSeenAt === null && texts.presence.neverSeen}
      {status === null && lastSeenAt && (
        <>
          {texts.presence.lastSeen} <When at={lastSeenAt} />
        </>
      )}
    </span>
  );
}
