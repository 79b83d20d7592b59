import type { Id } from '../../client/model';
import { useTandem } from '../state/tandem';
import { texts } from '../texts';

interface ColumnCountProps {
  columnId: Id;
  shown: number;
  filtering: boolean;
}

/** How many tasks a column has, and how many of them are shown. */
export function ColumnCount({ columnId, shown, filtering }: ColumnCountProps) {
  const all = useTandem((state) => state.rows.get(columnId)?.length ?? 0);
  return (
    <span className="column-count" aria-hidden>
      {filtering ? texts.board.countOf(shown, all) : shown}
    </span>
  );
}
