import { useLocation } from 'wouter';
import type { Id } from '../../client/model';
import { routes } from '../routes';
import { useTandem } from '../state/tandem';
import { texts } from '../texts';
import { usePageTitle } from '../ui/usePageTitle';
import { AssignedToMe } from './AssignedToMe';
import { byUrgency } from './dueGroups';
import { PersonalTasks } from './PersonalTasks';
import { OwnTaskPanel } from './TaskPanel';
import { stepsAround } from './TaskSteps';
import './MyTasks.css';

export default function MyTasksPage({ taskId }: { taskId: Id | null }) {
  const loaded = useTandem((state) => state.own !== null);
  usePageTitle(texts.myTasks.title);
  return (
    <div className="my-tasks">
      <div className="my-tasks-scroll">
        <div className="my-tasks-page">
          <h1 className="page-title">{texts.myTasks.title}</h1>
          <div className="my-tasks-parts">
            <AssignedToMe />
            {loaded && <PersonalTasks />}
          </div>
        </div>
      </div>
      {taskId && loaded && <OpenTask key={taskId} taskId={taskId} />}
    </div>
  );
}

function OpenTask({ taskId }: { taskId: Id }) {
  const [, go] = useLocation();
  const tasks = useTandem((state) => state.own?.tasks);
  const task = tasks?.get(taskId);
  const alike = [...(tasks?.values() ?? [])].filter(
    (other) => (other.completed_at === null) === (task?.completed_at === null),
  );
  const row = alike.toSorted(byUrgency).map(({ id }) => id);
  return (
    <OwnTaskPanel task={task} steps={stepsAround(null, row, taskId)} onClose={() => go(routes.myTasks)} />
  );
}
