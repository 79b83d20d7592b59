import type { Task } from '../../client/model';
import { deleteTask } from '../state/commands';
import { texts } from '../texts';
import { Confirm } from '../ui/Confirm';

interface DeleteTaskProps {
  task: Task;
  onClose: () => void;
  onDeleted?: () => void;
}

/** Asks first. Shown for as long as it asks. */
export default function DeleteTask({ task, onClose, onDeleted }: DeleteTaskProps) {
  const confirm = () => {
    deleteTask(task);
    onDeleted?.();
    return true;
  };
  return (
    <Confirm
      open
      onClose={onClose}
      title={texts.tasks.deleteTitle}
      hint={texts.tasks.deleteHint(task.title)}
      action={texts.tasks.delete}
      onConfirm={confirm}
    />
  );
}
