import { arrayMove } from '@dnd-kit/sortable';
import { useState } from 'react';
import type { Column, Id } from '../../client/model';
import { api } from '../state/session';
import { useBoard } from './OpenWorkspace';
import { useColumnChange } from './useColumnChange';

interface Order {
  /** What it was made from: once the board has others, it has served. */
  from: readonly Column[];
  columns: readonly Column[];
}

/** The board's columns, where they were moved to already before the server has said so. */
export function useColumnOrder() {
  const known = useBoard((board) => board.columns);
  const workspaceId = useBoard((board) => board.workspace.id);
  const [order, setOrder] = useState<Order | null>(null);
  const change = useColumnChange();
  const columns = order?.from === known ? order.columns : known;
  const move = async (from: number, to: number) => {
    const [moved, target] = [columns[from], columns[to]];
    if (moved === undefined || target === undefined || moved === target) return;
    setOrder({ from: known, columns: arrayMove([...columns], from, to) });
    const place = to < from ? { before_id: target.id } : { after_id: target.id };
    const done = await change(() => api.moveColumn(workspaceId, moved.id, place));
    if (!done) setOrder(null);
  };
  const indexOf = (id: Id) => columns.findIndex((column) => column.id === id);
  const drop = (id: Id, overId: Id) => move(indexOf(id), indexOf(overId));
  return { columns, move, drop };
}
