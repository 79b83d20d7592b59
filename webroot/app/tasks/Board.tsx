import { DndContext, DragOverlay } from '@dnd-kit/core';
import type { Id } from '../../client/model';
import { can } from '../state/permissions';
import { texts } from '../texts';
import { Notice } from '../ui/Notice';
import { useBoard, useRole } from '../workspaces/OpenWorkspace';
import { BoardColumn } from './BoardColumn';
import { columnOf } from './dragging';
import type { Rows } from './rows';
import { CardFace } from './TaskCard';
import { useCardKeys } from './useCardKeys';
import { useDragging } from './useDragging';

const noTasks: readonly Id[] = [];

interface BoardProps {
  rows: Rows;
  filtering: boolean;
  openTaskId: Id | null;
}

/** The columns side by side, with cards that are dragged between them. */
export function Board({ rows, filtering, openTaskId }: BoardProps) {
  const columns = useBoard((board) => board.columns);
  const editable = can(useRole(), 'change-tasks');
  const dragging = useDragging(rows);
  const keys = useCardKeys(dragging.rows);
  if (columns.length === 0) return <Notice title={texts.board.noColumns} />;
  const wantedIn = keys.wanted && columnOf(rows, keys.wanted.id);
  return (
    <DndContext {...dragging.context}>
      <section className="board" aria-label={texts.board.columns} onKeyDown={keys.onKeyDown}>
        {columns.map((column) => (
          <BoardColumn
            key={column.id}
            column={column}
            taskIds={dragging.rows.get(column.id) ?? noTasks}
            editable={editable}
            filtering={filtering}
            openTaskId={openTaskId}
            activeId={dragging.activeId}
            wanted={column.id === wantedIn ? keys.wanted : null}
          />
        ))}
      </section>
      <DragOverlay dropAnimation={null}>
        {dragging.activeId && <Lifted taskId={dragging.activeId} />}
      </DragOverlay>
    </DndContext>
  );
}

function Lifted({ taskId }: { taskId: Id }) {
  const task = useBoard((board) => board.tasks.get(taskId));
  return task ? (
    <div className="card card-lifted">
      <CardFace task={task} />
    </div>
  ) : null;
}
