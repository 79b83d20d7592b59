import { SearchX, Trash2, X } from 'lucide-react';
import { type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import type { Task } from '../../client/model';
import { MuteTask } from '../notifications/MuteTask';
import { useViewing } from '../presence/useViewing';
import { Viewers } from '../presence/Viewers';
import { can } from '../state/permissions';
import { useTandem } from '../state/tandem';
import { texts } from '../texts';
import { IconButton } from '../ui/Button';
import { later } from '../ui/later';
import { Notice } from '../ui/Notice';
import { useBoard, useRole } from '../workspaces/OpenWorkspace';
import { Checklist } from './Checklist';
import { CompleteButton } from './CompleteButton';
import { dayName } from './dates';
import { OwnProperties, WorkspaceProperties } from './Properties';
import { DeleteTask } from './TaskMenu';
import { TaskDescription, TaskTitle } from './TaskTexts';
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
  return (
    <Panel
      task={task}
      pending={pending}
      editable={editable}
      author={author ?? texts.tasks.formerMember}
      onClose={onClose}
    >
      {task && <WorkspaceProperties task={task} editable={editable} />}
    </Panel>
  );
}

/** A personal task, beside the list of one's own. */
export function OwnTaskPanel({ task, onClose }: TaskPanelProps) {
  const pending = useTandem((state) => task !== undefined && state.ownPending.has(task.id));
  return (
    <Panel task={task} pending={pending} editable author={texts.tasks.you} onClose={onClose}>
      {task && <OwnProperties task={task} editable />}
    </Panel>
  );
}

interface PanelProps extends TaskPanelProps {
  pending: boolean;
  editable: boolean;
  author: string;
  children: ReactNode;
}

function Panel({ task, pending, editable, author, onClose, children }: PanelProps) {
  const [deleting, setDeleting] = useState(false);
  const panel = useRef<HTMLElement>(null);
  useFocusWhileOpen(panel, task?.id);
  useViewing(task);
  return (
    <aside
      ref={panel}
      className="task-panel"
      aria-label={texts.tasks.panel}
      tabIndex={-1}
      onKeyDown={(event) => event.key === 'Escape' && !event.defaultPrevented && onClose()}
    >
      <header className="task-panel-head">
        {task && <span className="soft">{texts.tasks.number(task.number)}</span>}
        {pending && (
          <span className="task-panel-pending" role="status">
            <span className="pending-mark" aria-hidden />
            {texts.tasks.pending}
          </span>
        )}
        {task && <Viewers taskId={task.id} />}
        <span className="task-panel-tools">
          {task && <MuteTask task={task} />}
          {task && editable && (
            <IconButton
              label={texts.tasks.delete}
              icon={<Trash2 size={15} />}
              onClick={() => setDeleting(true)}
            />
          )}
          <IconButton label={texts.tasks.close} icon={<X size={16} />} onClick={onClose} />
        </span>
      </header>
      {task === undefined ? (
        <Notice icon={<SearchX size={20} />} title={texts.tasks.gone} hint={texts.tasks.goneHint} />
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
          <p className="task-panel-foot">{texts.tasks.created(dayName(task.created_at), author)}</p>
          <DeleteTask task={task} open={deleting} onClose={() => setDeleting(false)} onDeleted={onClose} />
        </div>
      )}
    </aside>
  );
}

/** Focus goes into the panel when it opens and back to the card when it closes; the card stays in sight beside it. */
function useFocusWhileOpen(panel: React.RefObject<HTMLElement | null>, taskId: string | undefined) {
  const opened = useRef(taskId);
  useEffect(() => {
    const card = () => document.querySelector<HTMLElement>(`[data-task-id="${opened.current}"]`);
    panel.current?.focus({ preventScroll: true });
    card()?.closest('li')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    return () => card()?.focus();
  }, [panel]);
}
