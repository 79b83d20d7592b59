import { useState } from 'react';
import type { Id } from '../../client/model';
import { attempt } from '../state/errors';
import { api, session } from '../state/session';
import { theLive } from '../state/tandem';
import { texts } from '../texts';
import { Confirm } from '../ui/Confirm';
import { Choice } from '../ui/Field';
import { findMembers } from './findMembers';
import { useBoard } from './OpenWorkspace';

interface TransferWorkspaceProps {
  open: boolean;
  onClose: () => void;
}

/** Makes another member the owner. */
export function TransferWorkspace({ open, onClose }: TransferWorkspaceProps) {
  const workspace = useBoard((board) => board.workspace);
  const members = useBoard((board) => board.members);
  const [chosen, setChosen] = useState<Id | null>(null);
  const others = findMembers(members, '').filter(({ user_id }) => user_id !== session.user?.id);
  const next = chosen ?? others[0]?.user_id;
  if (next === undefined) return null;
  const transfer = () =>
    attempt(texts.members.couldNotTransfer, async () => {
      await api.transferWorkspace(workspace.id, next);
      theLive().changedOverRest(workspace.id);
    });
  return (
    <Confirm
      open={open}
      onClose={onClose}
      title={texts.settings.transferTitle(workspace.name)}
      hint={texts.members.makeOwnerHint}
      action={texts.members.makeOwner}
      onConfirm={transfer}
    >
      <Choice
        label={texts.settings.transferTo}
        value={next}
        options={others.map(({ user_id, name, email }) => ({ value: user_id, name: `${name} (${email})` }))}
        onChange={setChosen}
      />
    </Confirm>
  );
}
