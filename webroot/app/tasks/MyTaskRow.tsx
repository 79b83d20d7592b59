import { Link } from 'wouter';
import type { Task } from '../../client/model';
import { routes } from '../routes';
import { completeTask, reopenTask } from '../state/commands';
import { showToast } from '../state/toasts';
import { texts } from '../texts';
import { CompleteBox } from './CompleteButton';
import { DueMark } from './DueMark';
import { PriorityGlyph } from './PriorityGlyph';
import './TaskCard.css';

interface MyTaskRowProps {
  task: Task;
  pending?: boolean;
  /** The workspace's name, where the list mixes several. */
  workspace?: string | undefined;
}

/** A task in the list of one's own, to be completed where it stands. */
export function MyTaskRow({ task, pending = false, workspace }: MyTaskRowProps) {
  const done = task.completed_at !== null;
  return (
    <li className={`my-task ${done ? 'card-completed' : ''}`}>
      <CompleteBox task={task} onPress={() => (done ? reopenTask(task) : completeWithUndo(task))} />
      <Link className="my-task-title" href={routes.task(task.workspace_id, task.id)} data-task-id={task.id}>
        {task.title}
      </Link>
      {pending && (
        <span
          className="pending-mark"
          role="img"
          aria-label={texts.tasks.pending}
          title={texts.tasks.pending}
        />
      )}
      <span className="my-task-marks">
        {task.priority !== 'none' && (
          <span title={texts.priorities[task.priority]}>
            <PriorityGlyph priority={task.priority} />
            <span className="only-read-aloud">{texts.priorities[task.priority]}</span>
          </span>
        )}
        <DueMark task={task} />
        {workspace && <span className="my-task-workspace">{workspace}</span>}
      </span>
    </li>
  );
}

function completeWithUndo(task: Task): void {
  completeTask(task);
  showToast({
    kind: 'info',
    title: texts.myTasks.done(task.title),
    about: task.id,
    action: { name: texts.actions.undo, run: () => reopenTask(task) },
  });
}
