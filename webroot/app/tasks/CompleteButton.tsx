import type { Task } from '../../client/model';
import { completeTask, reopenTask } from '../state/commands';
import { texts } from '../texts';

/** The round box that completes a task and takes it back. */
export function CompleteButton({ task, disabled = false }: { task: Task; disabled?: boolean }) {
  const done = task.completed_at !== null;
  return (
    <button
      type="button"
      className="complete-button"
      data-done={done}
      aria-label={done ? texts.tasks.reopenTitle(task.title) : texts.tasks.completeTitle(task.title)}
      disabled={disabled}
      onClick={() => (done ? reopenTask(task) : completeTask(task))}
    >
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="6.6" className="complete-ring" />
        <path d="M5 8.2l2.1 2.1L11 6" className="complete-tick" />
      </svg>
    </button>
  );
}
