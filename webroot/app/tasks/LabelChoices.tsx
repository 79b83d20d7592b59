import { Settings } from 'lucide-react';
import { useLocation } from 'wouter';
import type { Id, Task } from '../../client/model';
import { routes } from '../routes';
import { changeTask } from '../state/commands';
import { texts } from '../texts';
import { MenuChoice, MenuItem, MenuLine } from '../ui/Menu';
import { useBoard } from '../workspaces/OpenWorkspace';
import { LabelDot } from './LabelChip';

export function LabelChoices({ task }: { task: Task }) {
  const [, go] = useLocation();
  const workspaceId = useBoard((board) => board.workspace.id);
  const labels = useBoard((board) => board.labels);
  const toggle = (id: Id) => {
    const others = task.labels.filter((other) => other !== id);
    changeTask(task, { labels: others.length < task.labels.length ? others : [...others, id] });
  };
  return (
    <>
      {labels.map(({ id, name, color }) => (
        <MenuChoice
          key={id}
          many
          icon={<LabelDot color={color} />}
          checked={task.labels.includes(id)}
          onSelect={() => toggle(id)}
        >
          {name}
        </MenuChoice>
      ))}
      {labels.length > 0 && <MenuLine />}
      <MenuItem icon={<Settings size={14} />} onSelect={() => go(routes.settings(workspaceId))}>
        {texts.tasks.editLabels}
      </MenuItem>
    </>
  );
}
