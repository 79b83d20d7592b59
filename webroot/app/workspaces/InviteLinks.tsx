import { Plus } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import type { NewInvite as Created, Id, Invite, Role } from '../../client/model';
import { attempt } from '../state/errors';
import { api } from '../state/session';
import { texts } from '../texts';
import { Button } from '../ui/Button';
import { CopyInvite } from './CopyInvite';
import { InviteRow } from './InviteRow';
import { NewInvite } from './NewInvite';

interface InviteLinksProps {
  workspaceId: Id;
  /** The reader's own. */
  role: Role;
}

export function InviteLinks({ workspaceId, role }: InviteLinksProps) {
  /** `new`: being made. Else one that could not be copied, to be taken along by hand. */
  const [open, setOpen] = useState<'new' | Created | null>(null);
  const { invites, failed, load } = useInvites(workspaceId);
  const revoke = (invite: Invite) =>
    attempt(texts.invites.couldNotRevoke, async () => {
      await api.revokeInvite(workspaceId, invite.id);
      load();
    });
  return (
    <section className="section" aria-labelledby="invite-links">
      <div className="section-head invite-head">
        <div>
          <h2 className="section-title" id="invite-links">
            {texts.invites.title}
          </h2>
          <p className="soft">{texts.invites.hint}</p>
        </div>
        <div className="invite-actions">
          <Button onClick={() => setOpen('new')}>
            <Plus size={15} aria-hidden />
            {texts.invites.create}
          </Button>
          <CopyInvite workspaceId={workspaceId} onCreated={load} onNotCopied={setOpen} />
        </div>
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
        open={open !== null}
        made={open === 'new' ? null : open}
        onClose={() => setOpen(null)}
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
