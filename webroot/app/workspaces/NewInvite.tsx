import { useState } from 'react';
import type { NewInvite as Created, Id, Role } from '../../client/model';
import { useServerMail } from '../state/config';
import { grantableRoles } from '../state/permissions';
import { api } from '../state/session';
import { texts } from '../texts';
import { Button } from '../ui/Button';
import { CopyLine } from '../ui/CopyLine';
import { Dialog } from '../ui/Dialog';
import { Choice, Field, FormProblem } from '../ui/Field';
import { useForm } from '../ui/useForm';

interface NewInviteProps {
  open: boolean;
  /** One that is made already and only to be shown. */
  made: Created | null;
  onClose: () => void;
  onCreated: () => void;
  workspaceId: Id;
  role: Role;
}

export function NewInvite({ open, made, onClose, onCreated, workspaceId, role }: NewInviteProps) {
  const [madeHere, setCreated] = useState<Created | null>(null);
  const created = madeHere ?? made;
  const mail = useServerMail();
  const close = () => {
    setCreated(null);
    onClose();
  };
  const show = (invite: Created) => {
    setCreated(invite);
    onCreated();
  };
  return (
    <Dialog
      open={open}
      onClose={close}
      title={created ? texts.invites.ready : texts.invites.create}
      hint={created ? readyHint(created, mail === true) : texts.invites.hint}
    >
      {created ? (
        <Ready invite={created} onClose={close} />
      ) : (
        <InviteForm workspaceId={workspaceId} role={role} mail={mail} onCancel={close} onCreated={show} />
      )}
    </Dialog>
  );
}

function readyHint({ email }: Created, mailed: boolean): string {
  if (!email) return texts.invites.readyHint;
  return mailed ? texts.invites.mailed(email) : texts.invites.readyFor(email);
}

function Ready({ invite, onClose }: { invite: Created; onClose: () => void }) {
  return (
    <>
      <CopyLine label={texts.invites.link} text={invite.url} />
      <div className="form-actions">
        <Button onClick={onClose}>{texts.actions.close}</Button>
      </div>
    </>
  );
}

const expiries = Object.entries(texts.invites.expiry).map(([hours, name]) => ({
  value: Number(hours),
  name,
}));
const uses = [
  { value: 0, name: texts.invites.usesAny },
  { value: 1, name: texts.invites.usesOnce },
  ...[5, 10, 25].map((value) => ({ value, name: texts.invites.usesTimes(value) })),
];

interface InviteFormProps {
  workspaceId: Id;
  role: Role;
  mail: boolean | null;
  onCancel: () => void;
  onCreated: (invite: Created) => void;
}

function InviteForm({ workspaceId, role, mail, onCancel, onCreated }: InviteFormProps) {
  const [granted, setGranted] = useState<Role>('member');
  const [hours, setHours] = useState(168);
  const [usesMax, setUsesMax] = useState(0);
  const [domain, setDomain] = useState('');
  const [email, setEmail] = useState('');
  const personal = email.trim() !== '';
  const form = useForm(async () => {
    const wishes = {
      role: granted,
      expires_in_hours: hours,
      ...(personal ? { email: email.trim() } : forSeveral(usesMax, domain.trim())),
    };
    onCreated(await api.createInvite(workspaceId, wishes));
  });
  return (
    <form className="form" onSubmit={form.submit}>
      <Field
        label={texts.invites.email}
        hint={mail === false ? texts.invites.emailNoMail : texts.invites.emailHint}
        type="email"
        autoComplete="off"
        maxLength={254}
        value={email}
        onChange={(event) => setEmail(event.target.value)}
      />
      <Choice
        label={texts.invites.role}
        value={granted}
        options={grantableRoles(role).map((value) => ({ value, name: texts.roleNames[value] }))}
        onChange={setGranted}
      />
      <div className="form-pair">
        <Choice label={texts.invites.expires} value={hours} options={expiries} onChange={setHours} />
        {!personal && (
          <Choice label={texts.invites.uses} value={usesMax} options={uses} onChange={setUsesMax} />
        )}
      </div>
      {!personal && (
        <Field
          label={texts.invites.domain}
          placeholder={texts.invites.domainPlaceholder}
          value={domain}
          onChange={(event) => setDomain(event.target.value)}
        />
      )}
      {form.problem && <FormProblem>{form.problem}</FormProblem>}
      <div className="form-actions">
        <Button onClick={onCancel}>{texts.actions.cancel}</Button>
        <Button type="submit" look="primary" busy={form.busy}>
          {texts.actions.create}
        </Button>
      </div>
    </form>
  );
}

/** Whoever has the link. An invite of one person needs neither: it is theirs alone. */
function forSeveral(usesMax: number, domain: string) {
  return { ...(usesMax > 0 && { max_uses: usesMax }), ...(domain && { email_domain: domain }) };
}
