import { PartyPopper } from 'lucide-react';
import { useState } from 'react';
import type { Id, Task, Workspace } from '../../client/model';
import { useTandem } from '../state/tandem';
import { texts } from '../texts';
import { Button } from '../ui/Button';
import { FilterMenu } from '../ui/FilterMenu';
import { Notice } from '../ui/Notice';
import { DueGroups } from './DueGroups';
import { MyTaskRow } from './MyTaskRow';
import { useAssigned } from './useAssigned';

const noWorkspaces: readonly Workspace[] = [];

/** Over all workspaces, as others change them. */
export function AssignedToMe() {
  const workspaces = useTandem((state) => state.own?.workspaces ?? noWorkspaces);
  const [chosen, setChosen] = useState<Id | null>(null);
  const { tasks, failed, retry } = useAssigned();
  const among = workspaces.filter(
    ({ id }) => id === chosen || tasks?.some((task) => task.workspace_id === id),
  );
  return (
    <section className="my-tasks-part" aria-labelledby="assigned-tasks">
      <header className="my-tasks-part-head">
        <h2 className="section-title" id="assigned-tasks">
          {texts.myTasks.assigned}
        </h2>
        {(among.length > 1 || chosen !== null) && (
          <FilterMenu
            label={texts.myTasks.workspace}
            all={texts.myTasks.anyWorkspace}
            chosen={chosen}
            choices={among.map(({ id, name }) => ({ value: id, name }))}
            onChoose={setChosen}
          />
        )}
      </header>
      {tasks && <List tasks={tasks} chosen={chosen} workspaces={workspaces} />}
      {tasks === null && !failed && <Outline />}
      {failed && (
        <div className="box box-row">
          <p className="box-grow soft">{texts.myTasks.assignedFailed}</p>
          <Button onClick={retry}>{texts.actions.retry}</Button>
        </div>
      )}
    </section>
  );
}

interface ListProps {
  tasks: readonly Task[];
  chosen: Id | null;
  workspaces: readonly Workspace[];
}

function List({ tasks, chosen, workspaces }: ListProps) {
  const shown = tasks.filter((task) => chosen === null || task.workspace_id === chosen);
  const nameOf = (id: Id | null) => workspaces.find((workspace) => workspace.id === id)?.name;
  if (shown.length === 0) {
    return (
      <div className="box">
        <Notice
          icon={<PartyPopper size={20} />}
          title={texts.myTasks.emptyAssigned}
          hint={
            chosen === null ? texts.myTasks.emptyAssignedHint : texts.myTasks.emptyHere(nameOf(chosen) ?? '')
          }
        />
      </div>
    );
  }
  return (
    <DueGroups
      tasks={shown}
      row={(task) => (
        <MyTaskRow
          key={task.id}
          task={task}
          workspace={chosen === null ? nameOf(task.workspace_id) : undefined}
        />
      )}
    />
  );
}

function Outline() {
  return (
    <div className="my-tasks-outline" role="status" aria-label={texts.states.loading}>
      <div className="skeleton" />
      <div className="skeleton" />
      <div className="skeleton" />
    </div>
  );
}
