import { Eye, UserRound } from 'lucide-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Id } from '../../client/model';
import { useLook } from '../activity/visits';
import { PeopleHere } from '../presence/PeopleHere';
import { routes } from '../routes';
import { can } from '../state/permissions';
import { texts } from '../texts';
import { usePageTitle } from '../ui/usePageTitle';
import { useBoard, useRole } from '../workspaces/OpenWorkspace';
import { Board } from './Board';
import { TaskPanel } from './TaskPanel';
import './Board.css';

export function BoardPage({ taskId }: { taskId: Id | null }) {
  const [, go] = useLocation();
  const workspace = useBoard((board) => board.workspace);
  const [onlyMine, setOnlyMine] = useState(false);
  usePageTitle(workspace.name);
  useLook(workspace.id);
  const viewing = !can(useRole(), 'change-tasks');
  return (
    <div className="board-page">
      <header className="board-head">
        <h1 className="board-title">{workspace.name}</h1>
        {viewing && (
          <span className="board-hint" title={texts.board.viewerHint}>
            <Eye size={14} aria-hidden /> {texts.roleNames.viewer}
          </span>
        )}
        <PeopleHere />
        <button
          type="button"
          className="filter"
          aria-pressed={onlyMine}
          onClick={() => setOnlyMine(!onlyMine)}
        >
          <UserRound size={14} aria-hidden />
          {texts.board.filterMine}
        </button>
      </header>
      <div className="board-body">
        <Board onlyMine={onlyMine} openTaskId={taskId} />
        {taskId && (
          <BoardTaskPanel key={taskId} taskId={taskId} onClose={() => go(routes.board(workspace.id))} />
        )}
      </div>
    </div>
  );
}

function BoardTaskPanel({ taskId, onClose }: { taskId: Id; onClose: () => void }) {
  const task = useBoard((board) => board.tasks.get(taskId));
  return <TaskPanel task={task} onClose={onClose} />;
}
