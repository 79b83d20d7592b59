import { useState } from 'react';
import { useLocation } from 'wouter';
import { timeId } from '../../client/ids';
import { withWorkspace } from '../../client/own';
import { routes } from '../routes';
import { api } from '../state/session';
import { patchOwn } from '../state/tandem';
import { texts } from '../texts';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Field, FormProblem } from '../ui/Field';
import { useForm } from '../ui/useForm';

interface NewWorkspaceProps {
  open: boolean;
  onClose: () => void;
}

export default function NewWorkspace({ open, onClose }: NewWorkspaceProps) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={texts.workspaces.createTitle}
      hint={texts.workspaces.createHint}
    >
      <NewWorkspaceForm onDone={onClose} />
    </Dialog>
  );
}

function NewWorkspaceForm({ onDone }: { onDone: () => void }) {
  const [, go] = useLocation();
  const [id] = useState(timeId);
  const [name, setName] = useState('');
  const form = useForm(async () => {
    const workspace = await api.createWorkspace(id, name.trim());
    patchOwn((own) => withWorkspace(own, workspace));
    onDone();
    go(routes.board(workspace.id));
  });
  return (
    <form className="form" onSubmit={form.submit}>
      <Field
        label={texts.workspaces.name}
        placeholder={texts.workspaces.namePlaceholder}
        required
        pattern=".*\S.*"
        maxLength={255}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      {form.problem && <FormProblem>{form.problem}</FormProblem>}
      <div className="form-actions">
        <Button onClick={onDone}>{texts.actions.cancel}</Button>
        <Button type="submit" look="primary" busy={form.busy}>
          {texts.actions.create}
        </Button>
      </div>
    </form>
  );
}
