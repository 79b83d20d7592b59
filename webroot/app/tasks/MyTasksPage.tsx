import { CircleUserRound } from 'lucide-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Id, Task } from '../../client/model';
import { routes } from '../routes';
import { createTask } from '../state/commands';
import { useTandem } from '../state/tandem';
import { texts } from '../texts';
import { Notice } from '../ui/Notice';
import { usePageTitle } from '../ui/usePageTitle';
import { AssignedToMe } from './AssignedToMe';
import { QuickAdd } from './QuickAdd';
import { OwnTaskPanel } from './TaskPanel';
import { TaskRow } from './TaskRow';
import './MyTasks.css';

export default function MyTasksPage({ taskId }: { taskId: Id | null }) {
  const [, go] = useLocation();
  usePageTitle(texts.myTasks.title);
  const loaded = useTandem((state) => state.own !== null);
  const task = useTandem((state) => (taskId ? state.own?.tasks.get(taskId) : undefined));
  return (
    <div className="my-tasks">
      <div className="my-tasks-scroll">
        <div className="text-page">
          <h1 className="page-title">{texts.myTasks.title}</h1>
          <AssignedToMe />
          {loaded && <PersonalTasks />}
        </div>
      </div>
      {taskId && loaded && <OwnTaskPanel key={taskId} task={task} onClose={() => go(routes.myTasks)} />}
    </div>
  );
}

function PersonalTasks() {
  const tasks = useTandem((state) => state.own?.tasks);
  const pending = useTandem((state) => state.ownPending);
  const all = [...(tasks?.values() ?? [])].toSorted(byUrgency);
  const open = all.filter((task) => task.completed_at === null);
  const completed = all.filter((task) => task.completed_at !== null);
  return (
    <section className="section" aria-labelledby="personal-tasks">
      <div>
        <h2 className="section-title" id="personal-tasks">
          {texts.myTasks.personal}
        </h2>
        <p className="soft">{texts.myTasks.personalHint}</p>
      </div>
      <div className="box">
        {open.map((task) => (
          <TaskRow key={task.id} task={task} pending={pending.has(task.id)} />
        ))}
        {all.length === 0 && (
          <Notice
            icon={<CircleUserRound size={20} />}
            title={texts.myTasks.emptyPersonal}
            hint={texts.myTasks.emptyPersonalHint}
          />
        )}
        <div className="box-row my-tasks-add">
          <QuickAdd label={texts.myTasks.addPlaceholder} onAdd={(title) => createTask(null, title)} />
        </div>
      </div>
      {completed.length > 0 && <Completed tasks={completed} />}
    </section>
  );
}

function Completed({ tasks }: { tasks: Task[] }) {
  const [open, setOpen] = useState(false);
  return (
    <details className="completed" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{texts.myTasks.completed(tasks.length)}</summary>
      {open && (
        <div className="box">
          {tasks.map((task) => (
            <TaskRow key={task.id} task={task} />
          ))}
        </div>
      )}
    </details>
  );
}

/** What is due first, then what was made first. */
function byUrgency(left: Task, right: Task): number {
  const [due, other] = [left.due_at ?? '9', right.due_at ?? '9'];
  if (due !== other) return due < other ? -1 : 1;
  return left.created_at < right.created_at ? -1 : 1;
}
