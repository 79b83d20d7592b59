import type { Task } from '../../client/model';
import { completeTask, reopenTask } from '../state/commands';
import { texts } from '../texts';

interface CompleteButtonProps {
  task: Task;
  disabled?: boolean;
}

/** The round box that completes a task and takes it back. */
export function CompleteButton({ task, disabled = false }: CompleteButtonProps) {
  const press = () => (task.completed_at === null ? completeTask(task) : reopenTask(task));
  return <CompleteBox task={task} disabled={disabled} onPress={press} />;
}

interface CompleteBoxProps extends CompleteButtonProps {
  onPress: () => void;
}

export function CompleteBox({ task, disabled = false, onPress }: CompleteBoxProps) {
  const done = task.completed_at !== null;
  return (
    <button
      type="button"
      className="complete-button"
      data-done={done}
      aria-label={done ? texts.tasks.reopenTitle(task.title) : texts.tasks.completeTitle(task.title)}
      disabled={disabled}
      onClick={onPress}
    >
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="6.6" className="complete-ring" />
        <path d="M5 8.2l2.1 2.1L11 6" className="complete-tick" />
      </svg>
    </button>
  );
}
