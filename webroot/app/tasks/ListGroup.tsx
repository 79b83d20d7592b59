import { ChevronDown, CircleCheck } from 'lucide-react';
import { memo } from 'react';
import type { Column, Id } from '../../client/model';
import { ColumnCount } from './ColumnCount';
import { groupKey } from './listItems';

interface ListGroupProps {
  column: Column;
  count: number;
  folded: boolean;
  /** Held at the top of the list while its tasks pass below. */
  atTop: boolean;
  filtering: boolean;
  onToggle: (columnId: Id) => void;
  index: number;
  top: number;
  measure: (line: HTMLElement | null) => void;
}

/** The head of a column's tasks in the list. Pressing it folds them away. */
export const ListGroup = memo(function ListGroup(props: ListGroupProps) {
  const { column, count, folded, atTop, filtering, onToggle, index, top, measure } = props;
  return (
    <li
      ref={measure}
      className={`list-group ${atTop ? 'list-group-at-top' : ''}`}
      style={atTop ? undefined : { top }}
      data-index={index}
      data-key={groupKey(column.id)}
    >
      <h2 className="list-group-head">
        <button
          type="button"
          className="list-group-fold"
          aria-expanded={!folded}
          onClick={() => onToggle(column.id)}
        >
          <ChevronDown size={14} aria-hidden className="list-group-arrow" />
          {column.done && <CircleCheck size={14} className="column-done" aria-hidden />}
          <span className="column-name">{column.name}</span>
        </button>
        <ColumnCount columnId={column.id} shown={count} filtering={filtering} />
      </h2>
    </li>
  );
});
