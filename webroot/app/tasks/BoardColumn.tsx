import { useDroppable } from '@dnd-kit/core';
import { SortableContext, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { CircleCheck } from 'lucide-react';
import { memo, useId, useMemo, useState } from 'react';
import type { Column, Id } from '../../client/model';
import { createTask } from '../state/commands';
import { draftOf } from '../state/drafts';
import { useTandem } from '../state/tandem';
import { texts } from '../texts';
import { Button } from '../ui/Button';
import { QuickAdd } from './QuickAdd';
import { TaskCard } from './TaskCard';

/** A long column is drawn bit by bit: a thousand cards at once would make opening slow. */
const cardsAtOnce = 60;

interface BoardColumnProps {
  column: Column;
  taskIds: readonly Id[];
  editable: boolean;
  openTaskId: Id | null;
}

export const BoardColumn = memo(function BoardColumn(props: BoardColumnProps) {
  const { column, taskIds, editable, openTaskId } = props;
  const headingId = useId();
  const [cardsMax, setCardsMax] = useState(cardsAtOnce);
  const { setNodeRef, isOver } = useDroppable({ id: column.id, disabled: !editable });
  const shown = useMemo(() => taskIds.slice(0, cardsMax), [taskIds, cardsMax]);
  const left = taskIds.length - shown.length;
  return (
    <section className="column" aria-labelledby={headingId}>
      <h2 className="column-head" id={headingId}>
        {column.done && <CircleCheck size={14} className="column-done" aria-hidden />}
        <span className="column-name">{column.name}</span>
        <span className="column-count" aria-hidden>
          {taskIds.length}
        </span>
      </h2>
      {editable && (
        <QuickAdd
          label={texts.board.addTaskTo(column.name)}
          draft={draftOf.newTask(column.id)}
          onAdd={(title) => createTask(useTandem.getState().workspaceId, title, column.id)}
        />
      )}
      <SortableContext items={shown} strategy={verticalListSortingStrategy}>
        <ul ref={setNodeRef} className={`cards ${isOver ? 'cards-over' : ''}`}>
          {shown.map((id) => (
            <TaskCard key={id} taskId={id} editable={editable} open={id === openTaskId} />
          ))}
          {taskIds.length === 0 && <li className="column-empty">{texts.board.emptyColumn}</li>}
        </ul>
      </SortableContext>
      {left > 0 && (
        <Button look="quiet" onClick={() => setCardsMax(cardsMax + 4 * cardsAtOnce)}>
          {texts.actions.showMore(left)}
        </Button>
      )}
    </section>
  );
});
