import { useState } from 'react';
import { useLocation } from 'wouter';
import { routes } from '../routes';
import { attempt } from '../state/errors';
import { api } from '../state/session';
import { theLive } from '../state/tandem';
import { texts } from '../texts';
import { Confirm } from '../ui/Confirm';
import { Field } from '../ui/Field';
import { useBoard } from './OpenWorkspace';

interface DeleteWorkspaceProps {
  open: boolean;
  onClose: () => void;
}

/** Only who types the workspace's name may go through with it. */
export function DeleteWorkspace({ open, onClose }: DeleteWorkspaceProps) {
  const [, go] = useLocation();
  const workspace = useBoard((board) => board.workspace);
  const [typed, setTyped] = useState('');
  const close = () => {
    setTyped('');
    onClose();
  };
  const remove = () =>
    attempt(texts.settings.couldNotDelete, async () => {
      await api.deleteWorkspace(workspace.id);
      theLive().changedOverRest(null);
      go(routes.workspaces);
    });
  return (
    <Confirm
      open={open}
      onClose={close}
      title={texts.settings.deleteTitle(workspace.name)}
      hint={texts.settings.deleteHint}
      action={texts.settings.deleteWorkspace}
      allowed={typed.trim() === workspace.name.trim()}
      onConfirm={remove}
    >
      <Field
        label={texts.settings.deleteConfirm(workspace.name)}
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </Confirm>
  );
}
