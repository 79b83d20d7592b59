import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable';
import type { ReactNode } from 'react';
import type { Column } from '../../client/model';
import { api } from '../state/session';
import { texts } from '../texts';
import { AddRow } from './AddRow';
import { ColumnRow } from './ColumnRow';
import { useBoard } from './OpenWorkspace';
import { useColumnChange } from './useColumnChange';
import { useColumnOrder } from './useColumnOrder';

const words = texts.settings;

export function ColumnSettings({ editable }: { editable: boolean }) {
  const change = useColumnChange();
  const workspaceId = useBoard((board) => board.workspace.id);
  return (
    <section className="section" aria-labelledby="column-settings">
      <div>
        <h2 className="section-title" id="column-settings">
          {words.columns}
        </h2>
        <p className="soft">{words.columnsHint}</p>
      </div>
      <Columns editable={editable}>
        {editable && (
          <AddRow
            label={words.newColumn}
            action={words.addColumn}
            maxLength={100}
            onAdd={(name) => change(() => api.createColumn(workspaceId, { name }))}
          />
        )}
      </Columns>
    </section>
  );
}

/** In their order, which dragging changes. */
function Columns({ editable, children }: { editable: boolean; children: ReactNode }) {
  const { columns, move, drop } = useColumnOrder();
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      accessibility={{
        screenReaderInstructions: { draggable: words.dragHint },
        announcements: announcements(columns),
      }}
      onDragEnd={({ active, over }) => over && drop(String(active.id), String(over.id))}
    >
      <ul className="box">
        <SortableContext items={columns.map(({ id }) => id)} strategy={verticalListSortingStrategy}>
          {columns.map((column, index) => (
            <ColumnRow
              key={column.id}
              column={column}
              editable={editable}
              {...(index > 0 && { onEarlier: () => move(index, index - 1) })}
              {...(index < columns.length - 1 && { onLater: () => move(index, index + 1) })}
            />
          ))}
        </SortableContext>
        {children}
      </ul>
    </DndContext>
  );
}

function announcements(columns: readonly Column[]) {
  const nameOf = (id: unknown) => columns.find((column) => column.id === id)?.name ?? '';
  const placeOf = (id: unknown) => columns.findIndex((column) => column.id === id) + 1;
  return {
    onDragStart: ({ active }: Dragged) => texts.tasks.lifted(nameOf(active.id)),
    onDragOver: ({ active, over }: Dragged) =>
      over ? words.columnOver(nameOf(active.id), placeOf(over.id), columns.length) : undefined,
    onDragEnd: ({ active, over }: Dragged) =>
      over ? words.columnOver(nameOf(active.id), placeOf(over.id), columns.length) : undefined,
    onDragCancel: ({ active }: Dragged) => texts.tasks.putBack(nameOf(active.id)),
  };
}

interface Dragged {
  active: { id: string | number };
  over?: { id: string | number } | null;
}
