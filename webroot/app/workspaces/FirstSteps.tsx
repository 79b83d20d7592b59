import { LayoutGrid, Plus } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useLocation } from 'wouter';
import { routes } from '../routes';
import { texts } from '../texts';
import { Button } from '../ui/Button';
import { Field, FormProblem } from '../ui/Field';
import { Notice } from '../ui/Notice';
import { inviteTokenIn } from './inviteLink';

const words = texts.workspaces;

/** For somebody who belongs nowhere yet. */
export function FirstSteps({ onCreate }: { onCreate: () => void }) {
  return (
    <div className="first-steps">
      <Notice icon={<LayoutGrid size={20} />} title={words.empty} hint={words.emptyHint}>
        <Button look="primary" onClick={onCreate}>
          <Plus size={15} aria-hidden />
          {words.create}
        </Button>
      </Notice>
      <div className="first-steps-or" aria-hidden>
        {words.or}
      </div>
      <OpenInvite />
    </div>
  );
}

function OpenInvite() {
  const [, go] = useLocation();
  const [link, setLink] = useState('');
  const [wrong, setWrong] = useState(false);
  const open = (event: FormEvent) => {
    event.preventDefault();
    const token = inviteTokenIn(link, location.host);
    setWrong(token === null);
    if (token !== null) go(routes.join(token));
  };
  return (
    <form className="form first-steps-invite" onSubmit={open}>
      <Field
        label={words.inviteLink}
        placeholder={words.inviteLinkPlaceholder}
        hint={words.inviteLinkHint}
        autoComplete="off"
        required
        value={link}
        onChange={(event) => setLink(event.target.value)}
      />
      {wrong && <FormProblem>{words.notAnInviteLink}</FormProblem>}
      <div className="form-actions">
        <Button type="submit" disabled={link.trim() === ''}>
          {words.openInvite}
        </Button>
      </div>
    </form>
  );
}
