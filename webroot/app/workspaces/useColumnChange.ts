import { attempt } from '../state/errors';
import { theLive } from '../state/tandem';
import { texts } from '../texts';
import { useBoard } from './OpenWorkspace';

/** Runs a change of columns; answers whether it worked. */
export function useColumnChange() {
  const workspaceId = useBoard((board) => board.workspace.id);
  return (task: () => Promise<unknown>) =>
    attempt(texts.settings.couldNotColumn, async () => {
      await task();
      theLive().changedOverRest(workspaceId);
    });
}
