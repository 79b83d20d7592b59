import { useState } from 'react';
import { useLocation } from 'wouter';
import { routes } from '../routes';
import { attempt } from '../state/errors';
import { api } from '../state/session';
import { theLive } from '../state/tandem';
import { texts } from '../texts';
import { Button } from '../ui/Button';
import { Confirm } from '../ui/Confirm';
import { useBoard } from './OpenWorkspace';

export function LeaveWorkspace({ look }: { look: 'quiet' | 'plain' }) {
  const [, go] = useLocation();
  const workspace = useBoard((board) => board.workspace);
  const [asking, setAsking] = useState(false);
  const leave = () =>
    attempt(texts.members.couldNotLeave, async () => {
      await api.leaveWorkspace(workspace.id);
      theLive().changedOverRest(null);
      go(routes.workspaces);
    });
  return (
    <>
      <Button look={look} onClick={() => setAsking(true)}>
        {texts.members.leave}
      </Button>
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        title={texts.members.leaveTitle(workspace.name)}
        hint={texts.members.leaveHint}
        action={texts.members.leave}
        onConfirm={leave}
      />
    </>
  );
}
