import { ListChecks, MessageSquare } from 'lucide-react';
import { Link } from 'wouter';
import type { Task } from '../../client/model';
import { routes } from '../routes';
import { texts } from '../texts';
import { useKeepView } from './useBoardView';

/** The title, leading to the task and keeping how the board behind it is looked at. */
export function TaskLink({ task }: { task: Task }) {
  const keepView = useKeepView();
  return (
    <Link
      className="card-title"
      href={keepView(routes.task(task.workspace_id, task.id))}
      draggable={false}
      data-task-id={task.id}
    >
      {task.title}
    </Link>
  );
}

/** How far its checklist is, and how much was said. */
export function TaskCounts({ task }: { task: Task }) {
  const done = task.checklist.filter((item) => item.done).length;
  return (
    <>
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
    </>
  );
}

export function PendingMark() {
  return (
    <span className="pending-mark" role="img" aria-label={texts.tasks.pending} title={texts.tasks.pending} />
  );
}
