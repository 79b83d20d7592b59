import { ChevronDown } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useState } from 'react';
import type { Id, Task } from '../../client/model';
import { texts } from '../texts';
import { stepThrough } from '../ui/stepThrough';
import { useBoard } from '../workspaces/OpenWorkspace';

const words = texts.changes;
const shownMax = 8;

interface TaskFilterProps {
  chosen: Id | null;
  onChoose: (taskId: Id | null) => void;
}

/** One task out of many: found by a part of its title or its number. */
export function TaskFilter({ chosen, onChoose }: TaskFilterProps) {
  const [open, setOpen] = useState(false);
  const task = useBoard((board) => (chosen === null ? undefined : board.tasks.get(chosen)));
  const name = chosen === null ? words.anyTask : task ? lineOf(task) : texts.activity.unknownTask;
  const choose = (taskId: Id | null) => {
    setOpen(false);
    onChoose(taskId);
  };
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <button
          type="button"
          className={`filter filter-menu ${chosen === null ? '' : 'filter-chosen'}`}
          aria-label={`${words.task}: ${name}`}
        >
          <span className="filter-name">{name}</span>
          <ChevronDown size={13} aria-hidden />
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="menu task-filter" align="end" sideOffset={4} collisionPadding={8}>
          <TaskSearch chosen={chosen} onChoose={choose} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function TaskSearch({ chosen, onChoose }: TaskFilterProps) {
  const [text, setText] = useState('');
  const tasks = useBoard((board) => board.tasks);
  const found = [...tasks.values()].filter((task) => isLike(task, text)).toSorted(newestFirst);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys only move the focus between the buttons.
    <div onKeyDown={(event) => stepThrough(event, 'button')}>
      <input
        className="input"
        aria-label={words.findTask}
        placeholder={words.findTask}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <ul className="task-filter-list">
        {chosen !== null && (
          <li>
            <button type="button" className="menu-item" onClick={() => onChoose(null)}>
              {words.anyTask}
            </button>
          </li>
        )}
        {found.slice(0, shownMax).map((task) => (
          <li key={task.id}>
            <button type="button" className="menu-item" onClick={() => onChoose(task.id)}>
              <span className="menu-text">{lineOf(task)}</span>
            </button>
          </li>
        ))}
        {found.length === 0 && <li className="menu-label">{words.noTask}</li>}
      </ul>
    </div>
  );
}

const lineOf = ({ number, title }: Task) => `${texts.tasks.number(number)} ${title}`;

function isLike(task: Task, text: string): boolean {
  return lineOf(task).toLowerCase().includes(text.trim().toLowerCase());
}

function newestFirst(left: Task, right: Task): number {
  return left.updated_at > right.updated_at ? -1 : 1;
}
