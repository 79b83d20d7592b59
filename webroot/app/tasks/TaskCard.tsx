import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { GripVertical } from 'lucide-react';
import { memo, useCallback } from 'react';
import type { Id, Task } from '../../client/model';
import { MutedMark } from '../notifications/MutedMark';
import { muteOfTask } from '../notifications/mutes';
import { Viewers, ViewingRing } from '../presence/Viewers';
import { useTandem } from '../state/tandem';
import { texts } from '../texts';
import { useBoard } from '../workspaces/OpenWorkspace';
import { AssigneeMark } from './AssigneeMark';
import { CompleteButton } from './CompleteButton';
import { DueMark } from './DueMark';
import { placeMeanwhile } from './dragging';
import { LabelChip } from './LabelChip';
import { PriorityGlyph } from './PriorityGlyph';
import { PendingMark, TaskCounts, TaskLink } from './TaskMarks';
import { TaskMenu } from './TaskMenu';
import './TaskCard.css';

interface TaskCardProps {
  taskId: Id;
  editable: boolean;
  open: boolean;
  /** Somebody else has just put it here. */
  arriving: boolean;
  place: Place;
  measure: (card: HTMLElement | null) => void;
}

/** Where in its column a card stands. Only those in sight are in the page, so each says how many there are. */
interface Place {
  index: number;
  of: number;
  /** Pixels from the top of the column. */
  top: number;
}

export const TaskCard = memo(function TaskCard(props: TaskCardProps) {
  const { taskId, editable, open, arriving, place, measure } = props;
  const task = useBoard((board) => board.tasks.get(taskId));
  const pending = useTandem((state) => state.boardPending.has(taskId));
  const sortable = useSortable({
    id: taskId,
    disabled: !editable,
    getNewIndex: ({ activeIndex, overIndex }) => placeMeanwhile(place.index, activeIndex, overIndex),
  });
  const { setNodeRef } = sortable;
  const setCard = useCallback(
    (card: HTMLElement | null) => {
      setNodeRef(card);
      measure(card);
    },
    [setNodeRef, measure],
  );
  if (task === undefined) return null;
  const { onKeyDown: lift, ...pointers } = sortable.listeners ?? {};
  const states = {
    pending,
    open,
    arriving,
    dragged: sortable.isDragging,
    completed: task.completed_at !== null,
  };
  return (
    <li
      ref={setCard}
      className={cardClass(states)}
      style={{
        top: place.top,
        transform: CSS.Translate.toString(sortable.transform),
        transition: sortable.transition,
      }}
      data-key={taskId}
      data-index={place.index}
      aria-posinset={place.index + 1}
      aria-setsize={place.of}
      {...pointers}
    >
      <CardFace task={task} pending={pending} editable={editable} linked />
      {editable && (
        <div className="card-tools">
          <button
            ref={sortable.setActivatorNodeRef}
            type="button"
            className="icon-button card-grip"
            {...sortable.attributes}
            aria-label={texts.tasks.drag(task.title)}
            onKeyDown={lift as React.KeyboardEventHandler}
          >
            <GripVertical size={14} aria-hidden />
          </button>
          <TaskMenu task={task} />
        </div>
      )}
    </li>
  );
}, sameCard);

/** A place is made anew whenever the column is drawn. */
function sameCard({ place, ...before }: TaskCardProps, { place: next, ...after }: TaskCardProps): boolean {
  return sameValues(place, next) && sameValues(before, after);
}

function sameValues<Values extends object>(one: Values, other: Values): boolean {
  return (Object.keys(one) as (keyof Values)[]).every((key) => one[key] === other[key]);
}

function cardClass(states: Record<string, boolean>): string {
  const set = Object.entries(states).flatMap(([name, on]) => (on ? [`card-${name}`] : []));
  return ['card', ...set].join(' ');
}

interface CardFaceProps {
  task: Task;
  pending?: boolean;
  editable?: boolean;
  /** Whether the title leads to the task. */
  linked?: boolean;
}

/** Apart from the card, which is drawn anew at every step of a drag anywhere. */
export const CardFace = memo(function CardFace(props: CardFaceProps) {
  const { task, pending = false, editable = false, linked = false } = props;
  return (
    <>
      <div className="card-top">
        <CompleteButton task={task} disabled={!editable} />
        {linked ? <TaskLink task={task} /> : <span className="card-title">{task.title}</span>}
      </div>
      <CardFoot task={task} pending={pending} />
    </>
  );
});

function CardFoot({ task, pending }: { task: Task; pending: boolean }) {
  const labels = useBoard((board) => board.labels);
  return (
    <div className="card-foot">
      <span className="card-number">{texts.tasks.number(task.number)}</span>
      {task.priority !== 'none' && (
        <span className="card-mark" title={texts.priorities[task.priority]}>
          <PriorityGlyph priority={task.priority} />
          <span className="only-read-aloud">{texts.priorities[task.priority]}</span>
        </span>
      )}
      <DueMark task={task} />
      <TaskCounts task={task} />
      {labels
        .filter(({ id }) => task.labels.includes(id))
        .map((label) => (
          <LabelChip key={label.id} label={label} />
        ))}
      <MutedMark mute={muteOfTask(task)} />
      <span className="card-end">
        {pending && <PendingMark />}
        <Viewers taskId={task.id} except={task.assigned_to} />
        {task.assigned_to && (
          <ViewingRing taskId={task.id} userId={task.assigned_to}>
            <AssigneeMark userId={task.assigned_to} />
          </ViewingRing>
        )}
      </span>
    </div>
  );
}
