import { ArrowLeft, Link2, Trash2, X } from 'lucide-react';
import type { Task } from '../../client/model';
import { keysOf } from '../commands/shortcuts';
import { MuteTask } from '../notifications/MuteTask';
import { Viewers } from '../presence/Viewers';
import { routes } from '../routes';
import { showToast } from '../state/toasts';
import { texts } from '../texts';
import { IconButton } from '../ui/Button';
import { StepButtons, type TaskSteps } from './TaskSteps';

interface TaskPanelHeadProps {
  task: Task | undefined;
  pending: boolean;
  steps: TaskSteps;
  onDelete?: () => void;
  onClose: () => void;
}

/** Stays in sight while the task is scrolled. On a phone its first button is the way back. */
export function TaskPanelHead({ task, pending, steps, onDelete, onClose }: TaskPanelHeadProps) {
  return (
    <header className="task-panel-head">
      <IconButton
        className="task-panel-back"
        label={texts.tasks.close}
        icon={<ArrowLeft size={18} />}
        onClick={onClose}
        tip={false}
      />
      {task && <span className="task-panel-number">{texts.tasks.number(task.number)}</span>}
      <StepButtons steps={steps} />
      {pending && (
        <span className="task-panel-pending" role="status">
          <span className="pending-mark" aria-hidden />
          <span className="task-panel-pending-text">{texts.tasks.pending}</span>
        </span>
      )}
      {task && <Viewers taskId={task.id} />}
      <span className="task-panel-tools">
        {task && (
          <IconButton
            label={texts.tasks.copyLink}
            icon={<Link2 size={15} />}
            onClick={() => copyLink(task)}
          />
        )}
        {task && <MuteTask task={task} />}
        {task && onDelete && (
          <IconButton label={texts.tasks.delete} icon={<Trash2 size={15} />} onClick={onDelete} />
        )}
        <IconButton
          className="task-panel-close"
          label={texts.tasks.close}
          icon={<X size={16} />}
          keys={keysOf('close')}
          onClick={onClose}
        />
      </span>
    </header>
  );
}

async function copyLink(task: Task): Promise<void> {
  const link = location.origin + routes.task(task.workspace_id, task.id);
  try {
    await navigator.clipboard.writeText(link);
    showToast({ kind: 'info', title: texts.tasks.linkCopied, about: 'link' });
  } catch {
    showToast({ kind: 'problem', title: texts.tasks.linkNotCopied, detail: link, about: 'link' });
  }
}
