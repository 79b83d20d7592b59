import { Feather } from 'lucide-react';
import { useState } from 'react';
import type { Task } from '../../client/model';
import { createTask } from '../state/commands';
import { draftOf } from '../state/drafts';
import { useTandem } from '../state/tandem';
import { texts } from '../texts';
import { Notice } from '../ui/Notice';
import { DueGroups } from './DueGroups';
import { MyTaskRow } from './MyTaskRow';
import { QuickAdd } from './QuickAdd';

/** What only the reader sees. */
export function PersonalTasks() {
  const tasks = useTandem((state) => state.own?.tasks);
  const pending = useTandem((state) => state.ownPending);
  const all = [...(tasks?.values() ?? [])];
  const open = all.filter((task) => task.completed_at === null);
  const completed = all.filter((task) => task.completed_at !== null).toSorted(lastCompletedFirst);
  const row = (task: Task) => <MyTaskRow key={task.id} task={task} pending={pending.has(task.id)} />;
  return (
    <section className="my-tasks-part" aria-labelledby="personal-tasks">
      <header className="my-tasks-part-head">
        <h2 className="section-title" id="personal-tasks">
          {texts.myTasks.personal}
        </h2>
        <p className="soft">{texts.myTasks.personalHint}</p>
      </header>
      <DueGroups tasks={open} row={row} />
      {all.length === 0 && (
        <div className="box">
          <Notice
            icon={<Feather size={20} />}
            title={texts.myTasks.emptyPersonal}
            hint={texts.myTasks.emptyPersonalHint}
          />
        </div>
      )}
      <div className="my-tasks-add">
        <QuickAdd
          label={texts.myTasks.addPlaceholder}
          draft={draftOf.newTask(null)}
          onAdd={(title) => createTask(null, title)}
        />
      </div>
      {completed.length > 0 && <Completed tasks={completed} />}
    </section>
  );
}

function Completed({ tasks }: { tasks: readonly Task[] }) {
  const [open, setOpen] = useState(false);
  return (
    <details className="completed" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{texts.myTasks.completed(tasks.length)}</summary>
      {open && (
        <ul>
          {tasks.map((task) => (
            <MyTaskRow key={task.id} task={task} />
          ))}
        </ul>
      )}
    </details>
  );
}

function lastCompletedFirst(left: Task, right: Task): number {
  return (left.completed_at ?? '') > (right.completed_at ?? '') ? -1 : 1;
}
