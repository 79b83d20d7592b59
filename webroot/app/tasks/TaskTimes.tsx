import type { Task } from '../../client/model';
import { texts } from '../texts';
import { When } from '../ui/When';

/** When it was made and by whom, last changed, and completed. */
export function TaskTimes({ task, author }: { task: Task; author: string }) {
  const { created_at, updated_at, completed_at } = task;
  return (
    <ul className="task-times">
      <li>
        {texts.tasks.createdBy(author)} <When at={created_at} />
      </li>
      {updated_at > created_at && updated_at !== completed_at && (
        <li>
          {texts.tasks.changed} <When at={updated_at} />
        </li>
      )}
      {completed_at && (
        <li>
          {texts.tasks.completed} <When at={completed_at} />
        </li>
      )}
    </ul>
  );
}
