import { useMemo } from 'react';
import type { Task } from '../../client/model';
import { useTandem } from '../state/tandem';
import { texts } from '../texts';
import { Button } from '../ui/Button';
import { ActivityLine } from './ActivityLine';
import { useTaskActivity } from './useTaskActivity';
import { wordsFor } from './wording';

/** Who did what with a task, the newest first. */
export function TaskActivity({ task }: { task: Task }) {
  const { events, failed, retry, more } = useTaskActivity(task);
  const board = useTandem((state) => (task.workspace_id === null ? null : state.board));
  const lines = useMemo(
    () =>
      (events ?? [])
        .map((event) => ({ event, sentences: wordsFor(event, board, 'task') }))
        .filter(({ sentences }) => sentences.length > 0),
    [events, board],
  );
  return (
    <div className="activity">
      {failed && (
        <p className="comments-note" role="alert">
          {texts.activity.failed} <Button onClick={retry}>{texts.actions.retry}</Button>
        </p>
      )}
      {events !== null && lines.length === 0 && !failed && (
        <p className="comments-note">{texts.activity.empty}</p>
      )}
      <ul className="activity" aria-label={texts.activity.title}>
        {lines.map(({ event, sentences }) => (
          <ActivityLine key={event.seq} event={event} sentences={sentences} />
        ))}
      </ul>
      {more && (
        <Button look="quiet" className="activity-more" onClick={more}>
          {texts.activity.showMore}
        </Button>
      )}
    </div>
  );
}
