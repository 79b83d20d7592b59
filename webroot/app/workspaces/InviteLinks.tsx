import { Link2, Plus } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import type { Id, Invite, Role } from '../../client/model';
import { attempt } from '../state/errors';
import { api } from '../state/session';
import { dayName } from '../tasks/dates';
import { texts } from '../texts';
import { Button } from '../ui/Button';
import { NewInvite } from './NewInvite';

interface InviteLinksProps {
  workspaceId: Id;
  /** The reader's own. */
  role: Role;
}

export function InviteLinks({ workspaceId, role }: InviteLinksProps) {
  const [creating, setCreating] = useState(false);
  const { invites, failed, load } = useInvites(workspaceId);
  const revoke = (invite: Invite) =>
    attempt(texts.invites.couldNotRevoke, async () => {
      await api.revokeInvite(workspaceId, invite.id);
      load();
    });
  return (
    <section className="section" aria-labelledby="invite-links">
      <div className="section-head">
        <div>
          <h2 className="section-title" id="invite-links">
            {texts.invites.title}
          </h2>
          <p className="soft">{texts.invites.hint}</p>
        </div>
        <Button onClick={() => setCreating(true)}>
          <Plus size={15} aria-hidden />
          {texts.invites.create}
        </Button>
      </div>
      <ul className="box">
        {invites?.map((invite) => (
          <InviteRow key={invite.id} invite={invite} onRevoke={() => revoke(invite)} />
        ))}
        {invites?.length === 0 && <li className="box-row soft">{texts.invites.none}</li>}
        {invites === null && !failed && <li className="box-row skeleton" />}
        {failed && (
          <li className="box-row">
            <span className="box-grow soft">{texts.invites.loadFailed}</span>
            <Button onClick={load}>{texts.actions.retry}</Button>
          </li>
        )}
      </ul>
      <NewInvite
        open={creating}
        onClose={() => setCreating(false)}
        onCreated={load}
        workspaceId={workspaceId}
        role={role}
      />
    </section>
  );
}

function useInvites(workspaceId: Id) {
  const [invites, setInvites] = useState<Invite[] | null>(null);
  const [failed, setFailed] = useState(false);
  const load = useCallback(() => {
    setFailed(false);
    api.invites(workspaceId).then(setInvites, () => setFailed(true));
  }, [workspaceId]);
  useEffect(load, [load]);
  return { invites, failed, load };
}

function InviteRow({ invite, onRevoke }: { invite: Invite; onRevoke: () => void }) {
  const words = texts.invites;
  const facts = [
    words.usage(invite.uses, invite.max_uses),
    words.expiresOn(dayName(invite.expires_at)),
    ...(invite.email ? [words.forEmail(invite.email)] : []),
    ...(invite.email_domain ? [words.forDomain(invite.email_domain)] : []),
  ];
  const ended = endOf(invite);
  const roleName = texts.roleNames[invite.role];
  return (
    <li className="box-row">
      <Link2 size={16} className="soft" aria-hidden />
      <div className="box-grow">
        <p className="person-name">
          {roleName}
          {ended && <span className="badge badge-off">{ended}</span>}
        </p>
        <p className="soft">{facts.join(' · ')}</p>
      </div>
      <Button look="quiet" aria-label={words.revokeLabel(roleName)} onClick={onRevoke}>
        {words.revoke}
      </Button>
    </li>
  );
}

/** Why it lets nobody in any more, if so. */
function endOf(invite: Invite): string | null {
  if (Date.parse(invite.expires_at) <= Date.now()) return texts.invites.expired;
  return invite.max_uses !== null && invite.uses >= invite.max_uses ? texts.invites.usedUp : null;
}
