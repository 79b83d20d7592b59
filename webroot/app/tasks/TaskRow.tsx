import { Link } from 'wouter';
import type { Task } from '../../client/model';
import { routes } from '../routes';
import { texts } from '../texts';
import { CompleteButton } from './CompleteButton';
import { DueMark } from './DueMark';
import { PriorityGlyph } from './PriorityGlyph';
import { PendingMark } from './TaskMarks';
import './TaskCard.css';

interface TaskRowProps {
  task: Task;
  pending?: boolean;
  /** The workspace's name, where the list mixes several. */
  workspace?: string | undefined;
}

/** A task as a line of a list. */
export function TaskRow({ task, pending = false, workspace }: TaskRowProps) {
  return (
    <div className={`box-row task-row ${task.completed_at ? 'card-completed' : ''}`}>
      <CompleteButton task={task} />
      <Link
        className="card-title box-grow"
        href={routes.task(task.workspace_id, task.id)}
        data-task-id={task.id}
      >
        {task.title}
      </Link>
      {pending && <PendingMark />}
      <span className="task-row-marks">
        {task.priority !== 'none' && (
          <span title={texts.priorities[task.priority]}>
            <PriorityGlyph priority={task.priority} />
            <span className="only-read-aloud">{texts.priorities[task.priority]}</span>
          </span>
        )}
        <DueMark task={task} />
        {workspace && <span className="task-row-workspace">{workspace}</span>}
      </span>
    </div>
  );
}
