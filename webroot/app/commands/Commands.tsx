import { Suspense } from 'react';
import type { Id } from '../../client/model';
import { useTandem } from '../state/tandem';
import { later } from '../ui/later';
import { showNothing, useShown } from './palette';
import { closeOpenTask } from './perform';
import { taskAtHand } from './tasksAtHand';
import { useShortcuts } from './useShortcuts';

const Palette = later(() => import('./Palette'));
const ShortcutSheet = later(() => import('./ShortcutSheet'));
const DeleteTask = later(() => import('../tasks/DeleteTask'));
const NewWorkspace = later(() => import('../workspaces/NewWorkspace'));
const InvitePeople = later(() => import('./InvitePeople'));

/** The keys, and what they and the palette show above the page. */
export function Commands() {
  useShortcuts();
  const shown = useShown((state) => state.shown);
  return (
    <Suspense fallback={null}>
      {shown?.kind === 'palette' && <Palette firstPage={shown.page} taskId={shown.taskId} />}
      {shown?.kind === 'sheet' && <ShortcutSheet />}
      {shown?.kind === 'invite' && <InvitePeople />}
      {shown?.kind === 'delete' && <Deletion taskId={shown.taskId} />}
      {shown?.kind === 'new-workspace' && <NewWorkspace open onClose={showNothing} />}
    </Suspense>
  );
}

function Deletion({ taskId }: { taskId: Id }) {
  const task = useTandem((state) => taskAtHand(taskId, state));
  if (task === undefined) return null;
  return <DeleteTask task={task} onClose={showNothing} onDeleted={() => closeOpenTask(taskId)} />;
}
