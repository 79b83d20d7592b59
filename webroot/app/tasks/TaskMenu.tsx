import {
  ArrowDown,
  ArrowUp,
  CircleCheck,
  Columns3,
  Ellipsis,
  RotateCcw,
  Trash2,
  UserRound,
} from 'lucide-react';
import { memo, Suspense, useContext, useState } from 'react';
import type { Task } from '../../client/model';
import { MuteTaskItem } from '../notifications/MuteTask';
import { assignTask, completeTask, moveTask, reopenTask } from '../state/commands';
import { texts } from '../texts';
import { IconButton } from '../ui/Button';
import { later } from '../ui/later';
import { Menu, MenuChoice, MenuItem, MenuLine, SubMenu } from '../ui/Menu';
import { useBoard } from '../workspaces/OpenWorkspace';
import { AssigneeChoices } from './AssigneeChoices';
import { ShownRows } from './useShownRows';

const DeleteTask = later(() => import('./DeleteTask'));

/** Everything that can be done to a card without a mouse and without opening it. */
export const TaskMenu = memo(function TaskMenu({ task }: { task: Task }) {
  const [deleting, setDeleting] = useState(false);
  return (
    <>
      <Menu
        align="end"
        trigger={
          <IconButton
            label={texts.tasks.menu(task.title)}
            icon={<Ellipsis size={16} />}
            className="card-menu"
            tip={false}
          />
        }
      >
        {task.completed_at === null ? (
          <MenuItem icon={<CircleCheck size={14} />} onSelect={() => completeTask(task)}>
            {texts.tasks.complete}
          </MenuItem>
        ) : (
          <MenuItem icon={<RotateCcw size={14} />} onSelect={() => reopenTask(task)}>
            {texts.tasks.reopen}
          </MenuItem>
        )}
        <SubMenu icon={<Columns3 size={14} />} label={texts.tasks.moveTo}>
          <ColumnChoices task={task} />
        </SubMenu>
        <Steps task={task} />
        <SubMenu icon={<UserRound size={14} />} label={texts.tasks.assignTo}>
          <AssigneeChoices assignedTo={task.assigned_to} onChoose={(userId) => assignTask(task, userId)} />
        </SubMenu>
        <MuteTaskItem task={task} />
        <MenuLine />
        <MenuItem icon={<Trash2 size={14} />} danger onSelect={() => setDeleting(true)}>
          {texts.tasks.delete}
        </MenuItem>
      </Menu>
      <Suspense fallback={null}>
        {deleting && <DeleteTask task={task} onClose={() => setDeleting(false)} />}
      </Suspense>
    </>
  );
});

function ColumnChoices({ task }: { task: Task }) {
  const columns = useBoard((board) => board.columns);
  return columns.map(({ id, name }) => (
    <MenuChoice key={id} checked={id === task.column_id} onSelect={() => moveTask(task, id)}>
      {name}
    </MenuChoice>
  ));
}

/** One place up or down among those shown in the column. */
function Steps({ task }: { task: Task }) {
  const rows = useContext(ShownRows);
  const columnId = task.column_id;
  if (rows === null || columnId === null) return null;
  const row = rows.get(columnId) ?? [];
  const index = row.indexOf(task.id);
  const above = row[index - 1];
  const below = row[index + 1];
  return (
    <>
      <MenuItem
        icon={<ArrowUp size={14} />}
        disabled={above === undefined}
        onSelect={() => above && moveTask(task, columnId, { before_id: above })}
      >
        {texts.tasks.moveUp}
      </MenuItem>
      <MenuItem
        icon={<ArrowDown size={14} />}
        disabled={below === undefined}
        onSelect={() => below && moveTask(task, columnId, { after_id: below })}
      >
        {texts.tasks.moveDown}
      </MenuItem>
    </>
  );
}
