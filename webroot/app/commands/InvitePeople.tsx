import { roleOf } from '../../client/board';
import { session } from '../state/session';
import { useTandem } from '../state/tandem';
import { NewInvite } from '../workspaces/NewInvite';
import { showNothing } from './palette';

/** An invite to the open workspace, from wherever one is. */
export default function InvitePeople() {
  const board = useTandem((state) => state.board);
  if (board === null) return null;
  return (
    <NewInvite
      open
      made={null}
      onClose={showNothing}
      onCreated={() => undefined}
      workspaceId={board.workspace.id}
      role={roleOf(board, session.user?.id ?? '')}
    />
  );
}
