import { Suspense } from 'react';
import { useLocation } from 'wouter';
import type { Id } from '../../client/model';
import { useLook } from '../activity/visits';
import { routes } from '../routes';
import { Loading } from '../ui/Loading';
import { later } from '../ui/later';
import { usePageTitle } from '../ui/usePageTitle';
import { useBoard } from '../workspaces/OpenWorkspace';
import { ActiveFilters } from './ActiveFilters';
import { Board } from './Board';
import { BoardHead } from './BoardHead';
import { isFiltering } from './filters';
import { useBoardView, useKeepView } from './useBoardView';
import { ShownRows, useShownRows } from './useShownRows';
import './Board.css';

/** Most looks at a board open no task and no list. */
const TaskPanel = later(async () => ({ default: (await import('./TaskPanel')).TaskPanel }));
const TaskList = later(async () => ({ default: (await import('./TaskList')).TaskList }));

export function BoardPage({ taskId }: { taskId: Id | null }) {
  const workspace = useBoard((board) => board.workspace);
  const { view, change } = useBoardView(workspace.id);
  const rows = useShownRows(view.filter);
  usePageTitle(workspace.name);
  useLook(workspace.id);
  const filtering = isFiltering(view.filter);
  const shared = { rows, filtering, openTaskId: taskId };
  return (
    <div className="board-page">
      <BoardHead view={view} onChange={change} />
      {filtering && (
        <ActiveFilters filter={view.filter} rows={rows} onChange={(filter) => change({ filter })} />
      )}
      <div className="board-body">
        <ShownRows value={view.layout === 'list' && view.sort !== 'manual' ? null : rows}>
          <Suspense fallback={<Loading />}>
            {view.layout === 'list' ? <TaskList {...shared} sort={view.sort} /> : <Board {...shared} />}
          </Suspense>
        </ShownRows>
        {taskId && <BoardTaskPanel key={taskId} taskId={taskId} boardId={workspace.id} />}
      </div>
    </div>
  );
}

function BoardTaskPanel({ taskId, boardId }: { taskId: Id; boardId: Id }) {
  const [, go] = useLocation();
  const keepView = useKeepView();
  const task = useBoard((board) => board.tasks.get(taskId));
  return (
    <Suspense fallback={null}>
      <TaskPanel task={task} onClose={() => go(keepView(routes.board(boardId)))} />
    </Suspense>
  );
}
