import { AtSign, Link2, Mail } from 'lucide-react';
import { useState } from 'react';
import type { Invite } from '../../client/model';
import { session } from '../state/session';
import { dayName } from '../tasks/dates';
import { texts } from '../texts';
import { Button } from '../ui/Button';
import { Confirm } from '../ui/Confirm';
import { useBoard } from './OpenWorkspace';

const words = texts.invites;

interface InviteRowProps {
  invite: Invite;
  /** Answers whether it worked. */
  onRevoke: () => Promise<boolean>;
}

/** One link: whom it lets in as what, how long, how often, and who made it. */
export function InviteRow({ invite, onRevoke }: InviteRowProps) {
  const [asking, setAsking] = useState(false);
  const maker = useBoard((board) => board.members.find(({ user_id }) => user_id === invite.created_by)?.name);
  const ended = endOf(invite);
  const roleName = texts.roleNames[invite.role];
  return (
    <li className={`box-row ${ended ? 'invite-ended' : ''}`}>
      <InviteMark invite={invite} />
      <div className="box-grow">
        <p className="person-name">
          {invite.email ?? (invite.email_domain ? words.forDomain(invite.email_domain) : words.anybody)}
          <span className="badge badge-off">{roleName}</span>
          {ended && <span className="badge badge-ended">{ended}</span>}
        </p>
        <p className="soft">{factsOf(invite, ended, maker ?? texts.tasks.formerMember).join(' · ')}</p>
      </div>
      <Button look="quiet" aria-label={words.revokeLabel(roleName)} onClick={() => setAsking(true)}>
        {words.revoke}
      </Button>
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        title={words.revokeTitle}
        hint={words.revokeHint}
        action={words.revoke}
        onConfirm={onRevoke}
      />
    </li>
  );
}

function InviteMark({ invite }: { invite: Invite }) {
  const personal = invite.email ? Mail : Link2;
  const Mark = invite.email_domain ? AtSign : personal;
  return (
    <span className="invite-mark">
      <Mark size={16} aria-hidden />
    </span>
  );
}

function factsOf(invite: Invite, ended: string | null, maker: string): string[] {
  const mine = invite.created_by === session.user?.id;
  return [
    words.usage(invite.uses, invite.max_uses),
    ...(ended === null ? [words.expiresOn(dayName(invite.expires_at))] : []),
    mine ? words.madeByYou : words.madeBy(maker),
  ];
}

/** Why it lets nobody in any more, if so. */
function endOf(invite: Invite): string | null {
  if (Date.parse(invite.expires_at) <= Date.now()) return words.expired;
  return invite.max_uses !== null && invite.uses >= invite.max_uses ? words.usedUp : null;
}
