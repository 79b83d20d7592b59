import { memo } from 'react';
import type { Id } from '../../client/model';
import { MutedMark } from '../notifications/MutedMark';
import { muteOfTask } from '../notifications/mutes';
import { Viewers, ViewingRing } from '../presence/Viewers';
import { useTandem } from '../state/tandem';
import { texts } from '../texts';
import { useBoard } from '../workspaces/OpenWorkspace';
import { AssigneeMark } from './AssigneeMark';
import { CompleteButton } from './CompleteButton';
import { DueMark } from './DueMark';
import { LabelChip } from './LabelChip';
import { PriorityGlyph } from './PriorityGlyph';
import { PendingMark, TaskCounts, TaskLink } from './TaskMarks';
import { TaskMenu } from './TaskMenu';

interface ListRowProps {
  taskId: Id;
  /** In its group, from one on. */
  place: number;
  of: number;
  editable: boolean;
  open: boolean;
  index: number;
  top: number;
  measure: (line: HTMLElement | null) => void;
}

/** A task as one line, its properties below those of the others. */
export const ListRow = memo(function ListRow(props: ListRowProps) {
  const { taskId, place, of, editable, open, index, top, measure } = props;
  const task = useBoard((board) => board.tasks.get(taskId));
  const pending = useTandem((state) => state.boardPending.has(taskId));
  const labels = useBoard((board) => board.labels);
  if (task === undefined) return null;
  return (
    <li
      ref={measure}
      className={`list-row ${open ? 'list-row-open' : ''} ${task.completed_at ? 'card-completed' : ''}`}
      style={{ top }}
      data-index={index}
      data-key={taskId}
      aria-posinset={place}
      aria-setsize={of}
    >
      <span className="list-row-priority" title={texts.priorities[task.priority]}>
        <PriorityGlyph priority={task.priority} />
        <span className="only-read-aloud">{texts.priorities[task.priority]}</span>
      </span>
      <span className="list-row-number">{texts.tasks.number(task.number)}</span>
      <CompleteButton task={task} disabled={!editable} />
      <TaskLink task={task} />
      <span className="list-row-marks">
        {pending && <PendingMark />}
        <MutedMark mute={muteOfTask(task)} />
        <Viewers taskId={taskId} except={task.assigned_to} />
        {labels
          .filter(({ id }) => task.labels.includes(id))
          .map((label) => (
            <LabelChip key={label.id} label={label} />
          ))}
        <TaskCounts task={task} />
        <DueMark task={task} />
      </span>
      <span className="list-row-assignee">
        {task.assigned_to && (
          <ViewingRing taskId={taskId} userId={task.assigned_to}>
            <AssigneeMark userId={task.assigned_to} />
          </ViewingRing>
        )}
      </span>
      {editable && <TaskMenu task={task} />}
    </li>
  );
});
