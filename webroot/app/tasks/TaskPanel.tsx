import { type ReactNode, Suspense, useRef, useState } from 'react';
import type { Task } from '../../client/model';
import { useViewing } from '../presence/useViewing';
import { can } from '../state/permissions';
import { useTandem } from '../state/tandem';
import { texts } from '../texts';
import { later } from '../ui/later';
import { useBoard, useRole } from '../workspaces/OpenWorkspace';
import { Checklist } from './Checklist';
import { CompleteButton } from './CompleteButton';
import DeleteTask from './DeleteTask';
import { OwnProperties, WorkspaceProperties } from './Properties';
import { TaskDescription } from './TaskDescription';
import { TaskGone } from './TaskGone';
import { TaskPanelHead } from './TaskPanelHead';
import { type TaskSteps, useStepsInRow } from './TaskSteps';
import { TaskTitle } from './TaskTexts';
import { TaskTimes } from './TaskTimes';
import { useFocusWhileOpen } from './useFocusWhileOpen';
import { useOthersDeeds } from './useOthersDeeds';
import './TaskPanel.css';

const Conversation = later(() => import('../comments/Conversation'));

interface TaskPanelProps {
  task: Task | undefined;
  onClose: () => void;
}

/** A task of the open workspace, beside its board. */
export function TaskPanel({ task, onClose }: TaskPanelProps) {
  const editable = can(useRole(), 'change-tasks');
  const pending = useTandem((state) => task !== undefined && state.boardPending.has(task.id));
  const author = useBoard((board) => board.members.find(({ user_id }) => user_id === task?.created_by)?.name);
  const steps = useStepsInRow(task);
  return (
    <Panel
      task={task}
      pending={pending}
      editable={editable}
      author={author ?? texts.tasks.formerMember}
      steps={steps}
      onClose={onClose}
    >
      {task && <WorkspaceProperties task={task} editable={editable} />}
    </Panel>
  );
}

interface OwnTaskPanelProps extends TaskPanelProps {
  steps: TaskSteps;
}

/** A personal task, beside the list of one's own. */
export function OwnTaskPanel({ task, steps, onClose }: OwnTaskPanelProps) {
  const pending = useTandem((state) => task !== undefined && state.ownPending.has(task.id));
  return (
    <Panel task={task} pending={pending} editable author={texts.tasks.you} steps={steps} onClose={onClose}>
      {task && <OwnProperties task={task} editable />}
    </Panel>
  );
}

interface PanelProps extends OwnTaskPanelProps {
  pending: boolean;
  editable: boolean;
  author: string;
  children: ReactNode;
}

function Panel({ task, pending, editable, author, steps, onClose, children }: PanelProps) {
  const [deleting, setDeleting] = useState(false);
  const panel = useRef<HTMLElement>(null);
  const stepped = useFocusWhileOpen(panel, task?.id);
  const deed = useOthersDeeds(task);
  useViewing(task);
  return (
    <aside
      ref={panel}
      className={`task-panel ${stepped ? 'task-panel-stepped' : ''}`}
      aria-label={texts.tasks.panel}
      tabIndex={-1}
      onKeyDown={(event) => event.key === 'Escape' && !event.defaultPrevented && onClose()}
    >
      <TaskPanelHead
        task={task}
        pending={pending}
        steps={steps}
        {...(editable && { onDelete: () => setDeleting(true) })}
        onClose={onClose}
      />
      <p className="task-panel-deed" role="status">
        {task && deed?.kind === 'changed' && deed.words}
      </p>
      {task === undefined ? (
        <TaskGone deed={deed} onClose={onClose} />
      ) : (
        <div className="task-panel-body">
          <div className="task-panel-title">
            <CompleteButton task={task} disabled={!editable} />
            <TaskTitle task={task} editable={editable} />
          </div>
          {children}
          <TaskDescription task={task} editable={editable} />
          <Checklist task={task} editable={editable} />
          <Suspense fallback={null}>
            <Conversation task={task} editable={editable} />
          </Suspense>
          <TaskTimes task={task} author={author} />
          {deleting && <DeleteTask task={task} onClose={() => setDeleting(false)} onDeleted={onClose} />}
        </div>
      )}
    </aside>
  );
}
