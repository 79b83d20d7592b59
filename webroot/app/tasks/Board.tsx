import { DndContext, DragOverlay } from '@dnd-kit/core';
import type { Id } from '../../client/model';
import { can } from '../state/permissions';
import { texts } from '../texts';
import { Notice } from '../ui/Notice';
import { useBoard, useRole } from '../workspaces/OpenWorkspace';
import { BoardColumn } from './BoardColumn';
import { CardFace } from './TaskCard';
import { useDragging } from './useDragging';
import { useRows } from './useRows';

const noTasks: readonly Id[] = [];

interface BoardProps {
  onlyMine: boolean;
  openTaskId: Id | null;
}

/** The columns side by side, with cards that are dragged between them. */
export function Board({ onlyMine, openTaskId }: BoardProps) {
  const columns = useBoard((board) => board.columns);
  const editable = can(useRole(), 'change-tasks');
  const rows = useRows(onlyMine);
  const dragging = useDragging(rows);
  if (columns.length === 0) return <Notice title={texts.board.noColumns} />;
  return (
    <DndContext {...dragging.context}>
      <section className="board" aria-label={texts.board.columns}>
        {columns.map((column) => (
          <BoardColumn
            key={column.id}
            column={column}
            taskIds={dragging.rows.get(column.id) ?? noTasks}
            editable={editable}
            openTaskId={openTaskId}
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
