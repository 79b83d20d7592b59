import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { ArrowDown, ArrowUp, GripVertical, X } from 'lucide-react';
import { useState } from 'react';
import type { Column } from '../../client/model';
import { api } from '../state/session';
import { texts } from '../texts';
import { IconButton } from '../ui/Button';
import { NameInput } from './NameInput';
import { useBoard } from './OpenWorkspace';
import { RemoveColumn } from './RemoveColumn';
import { useColumnChange } from './useColumnChange';

const words = texts.settings;

interface ColumnRowProps {
  column: Column;
  editable: boolean;
  /** Missing at the ends. */
  onEarlier?: () => void;
  onLater?: () => void;
}

export function ColumnRow({ column, editable, onEarlier, onLater }: ColumnRowProps) {
  const workspaceId = useBoard((board) => board.workspace.id);
  const [removing, setRemoving] = useState(false);
  const change = useColumnChange();
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, transform, transition, isDragging } =
    useSortable({ id: column.id, disabled: !editable });
  return (
    <li
      ref={setNodeRef}
      className={`box-row column-row ${isDragging ? 'column-row-lifted' : ''}`}
      style={{ transform: CSS.Translate.toString(transform), transition }}
    >
      {editable && (
        <IconButton
          ref={setActivatorNodeRef}
          className="column-grip"
          label={words.dragColumn(column.name)}
          icon={<GripVertical size={15} />}
          tip={false}
          {...attributes}
          {...listeners}
        />
      )}
      <NameInput
        label={words.columnName(column.name)}
        name={column.name}
        maxLength={100}
        readOnly={!editable}
        onSave={(name) => change(() => api.changeColumn(workspaceId, column.id, { name }))}
      />
      <label className="done-flag">
        <input
          type="checkbox"
          aria-label={words.doneLabel(column.name)}
          checked={column.done}
          disabled={!editable}
          onChange={(event) =>
            change(() => api.changeColumn(workspaceId, column.id, { done: event.target.checked }))
          }
        />
        <span>{words.done}</span>
      </label>
      {editable && (
        <span className="row-tools">
          <IconButton
            label={words.moveLeft(column.name)}
            icon={<ArrowUp size={15} />}
            disabled={onEarlier === undefined}
            onClick={onEarlier}
          />
          <IconButton
            label={words.moveRight(column.name)}
            icon={<ArrowDown size={15} />}
            disabled={onLater === undefined}
            onClick={onLater}
          />
          <IconButton
            label={words.removeColumn(column.name)}
            icon={<X size={15} />}
            onClick={() => setRemoving(true)}
          />
        </span>
      )}
      <RemoveColumn column={column} open={removing} onClose={() => setRemoving(false)} />
    </li>
  );
}
