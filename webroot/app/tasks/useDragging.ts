import {
  type Announcements,
  type ClientRect,
  type CollisionDetection,
  closestCenter,
  type DndContextProps,
  type DragEndEvent,
  type DragOverEvent,
  type DroppableContainer,
  type KeyboardCoordinateGetter,
  KeyboardSensor,
  MouseSensor,
  type SensorContext,
  TouchSensor,
  type UniqueIdentifier,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { useEffect, useRef, useState } from 'react';
import type { Id } from '../../client/model';
import { moveTask } from '../state/commands';
import { useTandem } from '../state/tandem';
import { texts } from '../texts';
import {
  columnOf,
  nearestLevel,
  nearestSideways,
  placeOf,
  sameRows,
  stepFrom,
  stillThere,
  withCardAt,
} from './dragging';
import type { Rows } from './rows';

const stillness = window.matchMedia('(prefers-reduced-motion: reduce)');

/** Cards follow mouse, finger and arrow keys; others' changes wait until the card is dropped. */
export function useDragging(rows: Rows) {
  const [activeId, setActiveId] = useState<Id | null>(null);
  const [preview, setPreview] = useState<Rows | null>(null);
  const shown = preview ?? rows;
  const shownRows = useRef(shown);
  shownRows.current = shown;
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 5 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 8 } }),
    useSensor(KeyboardSensor, {
      coordinateGetter: (event, args) => stepTo(shownRows.current, event, args),
      scrollBehavior: stillness.matches ? 'auto' : 'smooth',
    }),
  );

  const lifted = useRef(rows);
  useEscapeTaken(activeId !== null);

  const stop = () => {
    setActiveId(null);
    setPreview(null);
  };
  const drop = ({ active, over }: DragEndEvent) => {
    const taskId = String(active.id);
    const target = over ? hovered(shown, taskId, String(over.id)) : shown;
    commit(lifted.current, target, taskId);
    // The change shows in the next microtask. Ended before, the card would jump back for a moment and lose the focus.
    queueMicrotask(stop);
  };
  const context: DndContextProps = {
    sensors,
    collisionDetection: nearest,
    onDragStart: ({ active }) => {
      setActiveId(String(active.id));
      setPreview(rows);
      lifted.current = rows;
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

/** Escape puts the card back, and nothing else: an open task stays open. */
function useEscapeTaken(dragging: boolean): void {
  useEffect(() => {
    if (!dragging) return;
    const take = (event: KeyboardEvent) => event.key === 'Escape' && event.preventDefault();
    window.addEventListener('keydown', take, true);
    return () => window.removeEventListener('keydown', take, true);
  }, [dragging]);
}

/**
 * What the card is over: the column whose middle is closest sideways, and there the closest card. Measured by corners or
 * centres an empty column, as high as the window, would be further away than the cards next to it.
 */
function nearest(args: Parameters<CollisionDetection>[0]): ReturnType<CollisionDetection> {
  const columnIds = new Set<UniqueIdentifier>(useTandem.getState().board?.columns.map(({ id }) => id));
  const columnId = nearestSideways(
    args.collisionRect,
    [...args.droppableRects].filter(([id]) => columnIds.has(id)),
  );
  if (columnId === undefined) return [];
  const cards = args.droppableContainers.filter((container) => columnHolding(container) === columnId);
  return cards.length > 0 ? closestCenter({ ...args, droppableContainers: cards }) : [{ id: columnId }];
}

/** A card's column, as its list of cards tells it; looking through rows of thousands at every move would be felt. */
function columnHolding({ data }: DroppableContainer): UniqueIdentifier | undefined {
  return data.current?.sortable?.containerId;
}

/** Between columns the card moves at once; within one the cards make room until it is dropped. */
function over(rows: Rows, event: DragOverEvent): Rows {
  if (event.over === null) return rows;
  const taskId = String(event.active.id);
  const target = columnOf(rows, String(event.over.id)) ?? String(event.over.id);
  if (target === columnOf(rows, taskId)) return rows;
  return hovered(rows, taskId, String(event.over.id), isBelow(event));
}

function isBelow({ active, over: target }: DragOverEvent): boolean {
  const lifted = active.rect.current.translated;
  return lifted !== null && target !== null && lifted.top > target.rect.top + target.rect.height / 2;
}

/** What is hovered is either a card, whose place is taken (or the one below), or a column, whose end is taken. */
function hovered(rows: Rows, taskId: Id, overId: Id, below = false): Rows {
  if (overId === taskId) return rows;
  const columnId = columnOf(rows, overId);
  if (columnId !== undefined) {
    const index = (rows.get(columnId) ?? []).indexOf(overId);
    return withCardAt(rows, taskId, columnId, below ? index + 1 : index);
  }
  if (columnOf(rows, taskId) === overId) return rows;
  return withCardAt(rows, taskId, overId, (rows.get(overId) ?? []).length);
}

/** Where an arrow key takes the card: onto its neighbour, or beside onto the card most nearly level. */
function stepTo(
  rows: Rows,
  event: KeyboardEvent,
  { active, context }: Parameters<KeyboardCoordinateGetter>[1],
): ReturnType<KeyboardCoordinateGetter> {
  const columnIds = useTandem.getState().board?.columns.map(({ id }) => id) ?? [];
  const step = stepFrom(rows, columnIds, String(context.over?.id ?? active), event.code);
  if (step === undefined) return undefined;
  const target = 'taskId' in step ? step.taskId : levelIn(step.columnId, String(active), context);
  const rect = context.droppableRects.get(target);
  if (rect === undefined) return undefined;
  event.preventDefault();
  return { x: rect.left, y: rect.top };
}

function levelIn(columnId: Id, taskId: Id, context: SensorContext): Id {
  const cards = [...context.droppableContainers.values()].filter(
    (container) => container && columnHolding(container) === columnId && container.id !== taskId,
  );
  const places = cards.flatMap((container): [Id, ClientRect][] => {
    const rect = container && context.droppableRects.get(container.id);
    return rect ? [[String(container.id), rect]] : [];
  });
  return (context.collisionRect && nearestLevel(context.collisionRect, places)) ?? columnId;
}

function commit(before: Rows, after: Rows, taskId: Id): void {
  const tasks = useTandem.getState().board?.tasks;
  const target = placeOf(
    stillThere(after, taskId, (id) => tasks?.get(id)?.column_id),
    taskId,
  );
  const task = tasks?.get(taskId);
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
    onDragOver: ({ active, over: target }) => {
      const after = target ? hovered(rows, String(active.id), String(target.id)) : rows;
      const columnId = columnOf(after, String(active.id));
      const row = after.get(columnId ?? '') ?? [];
      const place = row.indexOf(String(active.id)) + 1;
      return texts.tasks.over(titleOf(active.id), nameOf(columnId), place, row.length);
    },
    onDragEnd: ({ active }) =>
      texts.tasks.dropped(titleOf(active.id), nameOf(columnOf(rows, String(active.id)))),
    onDragCancel: ({ active }) => texts.tasks.putBack(titleOf(active.id)),
  };
}
