import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useState } from 'react';
import type { Column } from '../../client/model';
import { api } from '../state/session';
import { texts } from '../texts';
import { IconButton } from '../ui/Button';
import { AddRow } from './AddRow';
import { NameInput } from './NameInput';
import { useBoard } from './OpenWorkspace';
import { RemoveColumn } from './RemoveColumn';
import { useColumnChange } from './useColumnChange';

const words = texts.settings;

export function ColumnSettings({ editable }: { editable: boolean }) {
  const columns = useBoard((board) => board.columns);
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
      <ul className="box">
        {columns.map((column, index) => (
          <ColumnRow
            key={column.id}
            column={column}
            previous={columns[index - 1]}
            next={columns[index + 1]}
            editable={editable}
          />
        ))}
        {editable && (
          <AddRow
            label={words.newColumn}
            action={words.addColumn}
            maxLength={100}
            onAdd={(name) => change(() => api.createColumn(workspaceId, { name }))}
          />
        )}
      </ul>
    </section>
  );
}

interface ColumnRowProps {
  column: Column;
  previous: Column | undefined;
  next: Column | undefined;
  editable: boolean;
}

function ColumnRow({ column, previous, next, editable }: ColumnRowProps) {
  const workspaceId = useBoard((board) => board.workspace.id);
  const [removing, setRemoving] = useState(false);
  const change = useColumnChange();
  return (
    <li className="box-row">
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
            disabled={previous === undefined}
            onClick={() =>
              previous && change(() => api.moveColumn(workspaceId, column.id, { before_id: previous.id }))
            }
          />
          <IconButton
            label={words.moveRight(column.name)}
            icon={<ArrowDown size={15} />}
            disabled={next === undefined}
            onClick={() =>
              next && change(() => api.moveColumn(workspaceId, column.id, { after_id: next.id }))
            }
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
