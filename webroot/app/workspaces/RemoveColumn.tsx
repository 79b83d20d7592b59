import { useState } from 'react';
import type { Column } from '../../client/model';
import { api } from '../state/session';
import { useTandem } from '../state/tandem';
import { texts } from '../texts';
import { Confirm } from '../ui/Confirm';
import { Choice } from '../ui/Field';
import { useBoard } from './OpenWorkspace';
import { useColumnChange } from './useColumnChange';

interface RemoveColumnProps {
  column: Column;
  open: boolean;
  onClose: () => void;
}

/** Asks where the tasks of a column should go, if it has any. */
export function RemoveColumn({ column, open, onClose }: RemoveColumnProps) {
  const workspaceId = useBoard((board) => board.workspace.id);
  const others = useBoard((board) => board.columns).filter(({ id }) => id !== column.id);
  const taskCount = useTandem((state) => state.rows.get(column.id)?.length ?? 0);
  const [chosen, setChosen] = useState<string | null>(null);
  const change = useColumnChange();
  const target = chosen ?? others[0]?.id ?? null;
  const remove = () => change(() => api.deleteColumn(workspaceId, column.id, taskCount > 0 ? target : null));
  return (
    <Confirm
      open={open}
      onClose={onClose}
      title={texts.settings.removeColumnTitle(column.name)}
      {...(taskCount === 0 && { hint: texts.settings.removeColumnEmpty })}
      action={texts.actions.remove}
      onConfirm={remove}
    >
      {taskCount > 0 && target !== null && (
        <Choice
          label={texts.settings.removeColumnFull(taskCount)}
          value={target}
          options={others.map(({ id, name }) => ({ value: id, name }))}
          onChange={setChosen}
        />
      )}
    </Confirm>
  );
}
