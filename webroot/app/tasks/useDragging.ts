import {
  type Announcements,
  closestCorners,
  type DndContextProps,
  type DragEndEvent,
  type DragOverEvent,
  KeyboardSensor,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { sortableKeyboardCoordinates } from '@dnd-kit/sortable';
import { useState } from 'react';
import type { Id } from '../../client/model';
import { moveTask } from '../state/commands';
import { useTandem } from '../state/tandem';
import { texts } from '../texts';
import { columnOf, placeOf, sameRows, withCardAt } from './dragging';
import type { Rows } from './useRows';

/** Cards follow mouse, finger and arrow keys; others' changes wait until the card is dropped. */
export function useDragging(rows: Rows) {
  const [activeId, setActiveId] = useState<Id | null>(null);
  const [preview, setPreview] = useState<Rows | null>(null);
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 5 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 8 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const shown = preview ?? rows;

  const stop = () => {
    setActiveId(null);
    setPreview(null);
  };
  const drop = ({ active, over }: DragEndEvent) => {
    const taskId = String(active.id);
    const target = over ? hovered(shown, taskId, String(over.id)) : shown;
    stop();
    commit(rows, target, taskId);
  };
  const context: DndContextProps = {
    sensors,
    collisionDetection: closestCorners,
    onDragStart: ({ active }) => {
      setActiveId(String(active.id));
      setPreview(rows);
    },
    onDragOver: (event) => setPreview((before) => over(before ?? rows, event)),
    onDragEnd: drop,
    onDragCancel: stop,
    accessibility: {
      announcements: announcements(shown),
      screenReaderInstructions: { draggable: texts.tasks.dragHint },
    },
  };
  return { activeId, rows: shown, context };
}

function over(rows: Rows, event: DragOverEvent): Rows {
  return event.over ? hovered(rows, String(event.active.id), String(event.over.id)) : rows;
}

/** What is hovered is either a card, whose place is taken, or a column, whose end is taken. */
function hovered(rows: Rows, taskId: Id, overId: Id): Rows {
  if (overId === taskId) return rows;
  const from = columnOf(rows, taskId);
  const cardColumn = columnOf(rows, overId);
  if (cardColumn !== undefined) {
    return withCardAt(rows, taskId, cardColumn, (rows.get(cardColumn) ?? []).indexOf(overId));
  }
  if (from === overId) return rows;
  return withCardAt(rows, taskId, overId, (rows.get(overId) ?? []).length);
}

function commit(before: Rows, after: Rows, taskId: Id): void {
  const target = placeOf(after, taskId);
  const task = useTandem.getState().board?.tasks.get(taskId);
  if (target === null || task === undefined) return;
  if (task.column_id === target.columnId && sameRows(before, after, target.columnId)) return;
  moveTask(task, target.columnId, target.place);
}

function announcements(rows: Rows): Announcements {
  const titleOf = (id: string | number) => useTandem.getState().board?.tasks.get(String(id))?.title ?? '';
  const nameOf = (columnId: Id | undefined) =>
    useTandem.getState().board?.columns.find(({ id }) => id === columnId)?.name ?? '';
  return {
    onDragStart: ({ active }) => texts.tasks.lifted(titleOf(active.id)),
    onDragOver: ({ active }) => {
      const columnId = columnOf(rows, String(active.id));
      const row = rows.get(columnId ?? '') ?? [];
      const place = row.indexOf(String(active.id)) + 1;
      return texts.tasks.over(titleOf(active.id), nameOf(columnId), place, row.length);
    },
    onDragEnd: ({ active }) =>
      texts.tasks.dropped(titleOf(active.id), nameOf(columnOf(rows, String(active.id)))),
    onDragCancel: ({ active }) => texts.tasks.putBack(titleOf(active.id)),
  };
}
