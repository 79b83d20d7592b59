import { useMemo } from 'react';
import type { Id } from '../../client/model';
import { session } from '../state/session';
import { useTandem } from '../state/tandem';
import { useBoard } from '../workspaces/OpenWorkspace';

export type Rows = ReadonlyMap<Id, readonly Id[]>;

/** Which tasks stand in which column, in order; only the reader's own if they wish so. */
export function useRows(onlyMine: boolean): Rows {
  const all = useTandem((state) => state.rows) as Rows;
  const tasks = useBoard((board) => board.tasks);
  return useMemo(() => {
    if (!onlyMine) return all;
    const mine = (id: Id) => tasks.get(id)?.assigned_to === session.user?.id;
    return new Map([...all].map(([columnId, row]) => [columnId, row.filter(mine)]));
  }, [all, tasks, onlyMine]);
}
