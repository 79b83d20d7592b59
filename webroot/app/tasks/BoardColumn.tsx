import { useDroppable } from '@dnd-kit/core';
import { SortableContext, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { CircleCheck } from 'lucide-react';
import { memo, useCallback, useEffect, useId, useRef, useState } from 'react';
import type { Column, Id } from '../../client/model';
import { draftOf } from '../state/drafts';
import { texts } from '../texts';
import { addTask } from './addTask';
import { ColumnCount } from './ColumnCount';
import { QuickAdd } from './QuickAdd';
import { newcomers } from './rows';
import { TaskCard } from './TaskCard';
import { useLongList, type Wanted } from './useLongList';

interface BoardColumnProps {
  column: Column;
  taskIds: readonly Id[];
  editable: boolean;
  filtering: boolean;
  openTaskId: Id | null;
  /** The card being dragged. */
  activeId: Id | null;
  /** The card that is to get the focus. */
  wanted: Wanted | null;
}

/** The height of a card with one line of title; others are measured. */
const usualCard = () => 76;
const spaces = { gap: 8, paddingStart: 4, paddingEnd: 28 };

export const BoardColumn = memo(function BoardColumn(props: BoardColumnProps) {
  const { column, taskIds, editable, filtering, openTaskId, activeId, wanted } = props;
  const headingId = useId();
  const { setNodeRef, isOver } = useDroppable({ id: column.id, disabled: !editable });
  const held = [openTaskId, activeId];
  const list = useLongList({ keys: taskIds, estimate: usualCard, ...spaces, held, wanted });
  const { scroller, reveal } = list;
  const setCards = useCallback(
    (cards: HTMLUListElement | null) => {
      scroller.current = cards;
      setNodeRef(cards);
    },
    [scroller, setNodeRef],
  );
  useRevealed(openTaskId, reveal);
  const arrived = useArrived(taskIds, activeId);
  const add = useAdd(column, taskIds, reveal);
  return (
    <section className="column" aria-labelledby={headingId}>
      <h2 className="column-head" id={headingId}>
        {column.done && <CircleCheck size={14} className="column-done" aria-hidden />}
        <span className="column-name">{column.name}</span>
        <ColumnCount columnId={column.id} shown={taskIds.length} filtering={filtering} />
      </h2>
      {editable && (
        <QuickAdd label={texts.board.addTaskTo(column.name)} draft={draftOf.newTask(column.id)} onAdd={add} />
      )}
      <SortableContext id={column.id} items={taskIds as Id[]} strategy={verticalListSortingStrategy}>
        <ul ref={setCards} className={`cards ${isOver ? 'cards-over' : ''}`} {...list.focusHandlers}>
          {list.items.map(({ key, index, start }) => (
            <TaskCard
              key={key}
              taskId={String(key)}
              editable={editable}
              open={key === openTaskId}
              arriving={arrived.has(String(key))}
              place={{ index, of: taskIds.length, top: start }}
              measure={list.measure}
            />
          ))}
          {taskIds.length === 0 ? (
            <li className="column-empty">
              {filtering ? texts.filters.noneInColumn : texts.board.emptyColumn}
            </li>
          ) : (
            <li className="cards-room" style={{ height: list.height }} aria-hidden />
          )}
        </ul>
      </SortableContext>
    </section>
  );
});

/** The card of a task that is opened comes into sight; afterwards people scroll as they like. */
function useRevealed(openTaskId: Id | null, reveal: (id: Id) => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when another task is opened, not when cards move.
  useEffect(() => {
    if (openTaskId !== null) reveal(openTaskId);
  }, [openTaskId]);
}

/** More than this at once are no cards of others, but another filter. */
const arrivingMax = 20;

/** The cards that came with the last change of the column, for them to fade in. */
function useArrived(taskIds: readonly Id[], activeId: Id | null): ReadonlySet<Id> {
  const drawn = useRef({ taskIds, came: new Set<Id>() });
  if (drawn.current.taskIds !== taskIds) {
    const came = newcomers(drawn.current.taskIds, taskIds).filter((id) => id !== activeId);
    drawn.current = { taskIds, came: new Set(came.length > arrivingMax ? [] : came) };
  }
  return drawn.current.came;
}

/** What has not come by then is hidden by a filter, and nobody waits for it any more when that is cleared. */
const hiddenAfterMs = 1_000;

/** What is added stands at the end of the column, and is to be seen there. */
function useAdd(column: Column, taskIds: readonly Id[], reveal: (id: Id) => void) {
  const [added, setAdded] = useState<Id | null>(null);
  useEffect(() => {
    if (added === null) return;
    if (!taskIds.includes(added)) {
      const timer = setTimeout(() => setAdded(null), hiddenAfterMs);
      return () => clearTimeout(timer);
    }
    reveal(added);
    setAdded(null);
  }, [added, taskIds, reveal]);
  return useCallback((title: string) => setAdded(addTask(column, title)), [column]);
}
