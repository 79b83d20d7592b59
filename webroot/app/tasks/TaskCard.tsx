import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { GripVertical, ListChecks, MessageSquare } from 'lucide-react';
import { memo } from 'react';
import { Link } from 'wouter';
import type { Id, Task } from '../../client/model';
import { MutedMark } from '../notifications/MutedMark';
import { muteOfTask } from '../notifications/mutes';
import { Viewers, ViewingRing } from '../presence/Viewers';
import { routes } from '../routes';
import { useTandem } from '../state/tandem';
import { texts } from '../texts';
import { useBoard } from '../workspaces/OpenWorkspace';
import { AssigneeMark } from './AssigneeMark';
import { CompleteButton } from './CompleteButton';
import { DueMark } from './DueMark';
import { LabelChip } from './LabelChip';
import { PriorityGlyph } from './PriorityGlyph';
import { TaskMenu } from './TaskMenu';
import './TaskCard.css';

interface TaskCardProps {
  taskId: Id;
  editable: boolean;
  open: boolean;
}

export const TaskCard = memo(function TaskCard({ taskId, editable, open }: TaskCardProps) {
  const task = useBoard((board) => board.tasks.get(taskId));
  const pending = useTandem((state) => state.boardPending.has(taskId));
  const sortable = useSortable({ id: taskId, disabled: !editable });
  if (task === undefined) return null;
  const { onKeyDown: lift, ...pointers } = sortable.listeners ?? {};
  return (
    <li
      ref={sortable.setNodeRef}
      className={cardClass(task, pending, open, sortable.isDragging)}
      style={{ transform: CSS.Translate.toString(sortable.transform), transition: sortable.transition }}
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
});

function cardClass(task: Task, pending: boolean, open: boolean, dragged: boolean): string {
  const states = {
    'card-pending': pending,
    'card-open': open,
    'card-dragged': dragged,
    'card-completed': task.completed_at !== null,
  };
  const set = Object.entries(states).flatMap(([name, on]) => (on ? [name] : []));
  return ['card', ...set].join(' ');
}

interface CardFaceProps {
  task: Task;
  pending?: boolean;
  editable?: boolean;
  /** Whether the title leads to the task. */
  linked?: boolean;
}

export function CardFace({ task, pending = false, editable = false, linked = false }: CardFaceProps) {
  return (
    <>
      <div className="card-top">
        <CompleteButton task={task} disabled={!editable} />
        {linked ? (
          <Link
            className="card-title"
            href={routes.task(task.workspace_id, task.id)}
            draggable={false}
            data-task-id={task.id}
          >
            {task.title}
          </Link>
        ) : (
          <span className="card-title">{task.title}</span>
        )}
      </div>
      <CardFoot task={task} pending={pending} />
    </>
  );
}

function CardFoot({ task, pending }: { task: Task; pending: boolean }) {
  const labels = useBoard((board) => board.labels);
  const done = task.checklist.filter((item) => item.done).length;
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
      {task.checklist.length > 0 && (
        <span className="card-mark" title={texts.tasks.checklistDone(done, task.checklist.length)}>
          <ListChecks size={13} aria-hidden />
          {done}/{task.checklist.length}
        </span>
      )}
      {(task.comment_count ?? 0) > 0 && (
        <span className="card-mark" title={texts.comments.count(task.comment_count ?? 0)}>
          <MessageSquare size={13} aria-hidden />
          {task.comment_count}
          <span className="only-read-aloud">{texts.comments.title}</span>
        </span>
      )}
      {labels
        .filter(({ id }) => task.labels.includes(id))
        .map((label) => (
          <LabelChip key={label.id} label={label} />
        ))}
      <MutedMark mute={muteOfTask(task)} />
      <span className="card-end">
        {pending && (
          <span
            className="pending-mark"
            role="img"
            aria-label={texts.tasks.pending}
            title={texts.tasks.pending}
          />
        )}
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
