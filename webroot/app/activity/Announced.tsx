import { useEffect } from 'react';
import { useRoute } from 'wouter';
import type { Id } from '../../client/model';
import type { LiveEvent } from '../../client/protocol';
import { session } from '../state/session';
import { theLive, useTandem } from '../state/tandem';
import { currentTaskId } from '../tasks/currentTask';
import { Announcer, announce } from '../ui/Announcer';
import { Announcements } from './Announcements';
import { saidToEditor, toldOf } from './gathering';

/** While a board, or a task of it, is open: says aloud what others do there. */
export default function Announced() {
  const [onBoard, params] = useRoute(/^\/workspaces\/(?<workspaceId>[^/]+)(?:\/tasks\/[^/]+)?\/?$/);
  const workspaceId = onBoard ? params.workspaceId : undefined;
  useEffect(() => (workspaceId === undefined ? undefined : announceChanges(workspaceId)), [workspaceId]);
  return <Announcer />;
}

function announceChanges(workspaceId: Id): () => void {
  const announcements = new Announcements(announce);
  const hear = (event: LiveEvent) => {
    const told = toldOf(event, useTandem.getState().board, session.user?.id ?? '');
    if (told === null) return;
    const urgent = saidToEditor(event, edited());
    if (urgent === null) announcements.hear(told);
    else announce(urgent);
  };
  // What happened while one was away is not news any more: the page shows it.
  const stop = theLive().listen(workspaceId, (event, replayed) => event && !replayed && hear(event));
  return () => {
    stop();
    announcements.close();
  };
}

const fields = {
  '.task-title-text': 'title',
  '.task-description-text': 'description',
  '.checklist-text': 'checklist',
};

/** The field the reader is writing in. */
function edited(): { taskId: Id; field: string } | null {
  const field = Object.entries(fields).find(([selector]) => document.activeElement?.matches(selector))?.[1];
  const taskId = currentTaskId();
  return field === undefined || taskId === null ? null : { taskId, field };
}
