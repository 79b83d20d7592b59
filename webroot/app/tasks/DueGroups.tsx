import type { ReactNode } from 'react';
import type { Task } from '../../client/model';
import { texts } from '../texts';
import { useNow } from '../ui/now';
import { groupsByDue } from './dueGroups';

interface DueGroupsProps {
  tasks: readonly Task[];
  row: (task: Task) => ReactNode;
}

/** Tasks under the words for when they are due. */
export function DueGroups({ tasks, row }: DueGroupsProps) {
  const now = useNow();
  return groupsByDue(tasks, new Date(now)).map((group) => (
    <div key={group.name} className="due-group">
      <h3 className={`due-group-name due-group-${group.name}`}>
        {texts.myTasks.groups[group.name]} <span className="due-group-count">{group.tasks.length}</span>
      </h3>
      <ul aria-label={texts.myTasks.groups[group.name]}>{group.tasks.map(row)}</ul>
    </div>
  ));
}
