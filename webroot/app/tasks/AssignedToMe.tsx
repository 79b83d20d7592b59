import { useCallback, useEffect, useState } from 'react';
import type { Task } from '../../client/model';
import { arrivalIn } from '../notifications/arrivals';
import { api } from '../state/session';
import { theLive, useTandem } from '../state/tandem';
import { texts } from '../texts';
import { Button } from '../ui/Button';
import { TaskRow } from './TaskRow';

/** Over all workspaces. Read when the page opens, when the connection is back, and when one is told of another. */
export function AssignedToMe() {
  const workspaces = useTandem((state) => state.own?.workspaces);
  const { tasks, failed, load } = useAssigned();
  const nameOf = (id: string | null) => workspaces?.find((workspace) => workspace.id === id)?.name;
  return (
    <section className="section" aria-labelledby="assigned-tasks">
      <h2 className="section-title" id="assigned-tasks">
        {texts.myTasks.assigned}
      </h2>
      <div className="box">
        {tasks?.map((task) => (
          <TaskRow key={task.id} task={task} workspace={nameOf(task.workspace_id)} />
        ))}
        {tasks?.length === 0 && <p className="box-row soft">{texts.myTasks.emptyAssigned}</p>}
        {tasks === null && !failed && (
          <div className="box-row skeleton" role="status" aria-label={texts.states.loading} />
        )}
        {failed && (
          <div className="box-row">
            <p className="box-grow soft">{texts.myTasks.assignedFailed}</p>
            <Button onClick={load}>{texts.actions.retry}</Button>
          </div>
        )}
      </div>
    </section>
  );
}

function useAssigned() {
  const [tasks, setTasks] = useState<Task[] | null>(null);
  const [failed, setFailed] = useState(false);
  const live = useTandem((state) => state.connection.kind === 'live');
  const unanswered = useTandem((state) => state.unansweredCount);
  const load = useCallback(() => {
    setFailed(false);
    api.assignedToMe().then(
      (assigned) => setTasks(assigned.filter((task) => task.workspace_id !== null)),
      () => setFailed(true),
    );
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new connection, or an answered change, makes it read anew.
  useEffect(load, [load, live, unanswered === 0]);
  useEffect(
    () => theLive().listen(null, (event) => event && arrivalIn(event)?.kind === 'assigned' && load()),
    [load],
  );
  return { tasks, failed: failed && tasks === null, load };
}
