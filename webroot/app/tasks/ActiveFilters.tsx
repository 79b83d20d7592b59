import { X } from 'lucide-react';
import type { Board } from '../../client/board';
import type { Priority } from '../../client/model';
import { useTandem } from '../state/tandem';
import { texts } from '../texts';
import { Button } from '../ui/Button';
import { useBoard } from '../workspaces/OpenWorkspace';
import {
  type DueChoice,
  type Filter,
  type FilterField,
  filterFields,
  noFilter,
  type TaskState,
} from './filters';
import { countOf, type Rows } from './rows';

interface ActiveFiltersProps {
  filter: Filter;
  /** What they let through. */
  rows: Rows;
  onChange: (filter: Filter) => void;
}

/** What is filtered by, each to be taken away, and how much of the board that leaves. */
export function ActiveFilters({ filter, rows, onChange }: ActiveFiltersProps) {
  const all = useTandem((state) => countOf(state.rows as Rows));
  const shown = countOf(rows);
  const chosen = filterFields.filter((field) => filter[field].length > 0 && !isOnlyMine(filter, field));
  return (
    <section className="active-filters" aria-label={texts.filters.active}>
      {chosen.map((field) => (
        <FilterChip
          key={field}
          field={field}
          values={filter[field]}
          onRemove={() => onChange({ ...filter, [field]: [] })}
        />
      ))}
      <Button look="quiet" className="clear-filters" onClick={() => onChange(noFilter)}>
        {texts.filters.clear}
      </Button>
      <p className="filter-count" role="status">
        {shown === 0 ? texts.filters.none : texts.filters.shown(shown, all)}
      </p>
    </section>
  );
}

/** Has a button of its own above, which says so. */
function isOnlyMine({ assignee }: Filter, field: FilterField): boolean {
  return field === 'assignee' && assignee.length === 1 && assignee[0] === 'me';
}

interface FilterChipProps {
  field: FilterField;
  values: readonly string[];
  onRemove: () => void;
}

function FilterChip({ field, values, onRemove }: FilterChipProps) {
  const members = useBoard((board) => board.members);
  const labels = useBoard((board) => board.labels);
  const names = values.map((value) => nameOf({ members, labels }, field, value));
  const words = texts.filters.chip(texts.filters.fields[field], names);
  return (
    <span className="filter-chip">
      <span className="filter-name" title={words}>
        {words}
      </span>
      <button
        type="button"
        className="filter-chip-remove"
        aria-label={texts.filters.remove(texts.filters.fields[field])}
        onClick={onRemove}
      >
        <X size={12} aria-hidden />
      </button>
    </span>
  );
}

function nameOf(
  { members, labels }: Pick<Board, 'members' | 'labels'>,
  field: FilterField,
  value: string,
): string {
  const names: Record<FilterField, () => string> = {
    assignee: () =>
      ({ me: texts.filters.me, nobody: texts.tasks.nobody })[value] ??
      members.find(({ user_id }) => user_id === value)?.name ??
      texts.tasks.formerMember,
    label: () => labels.find(({ id }) => id === value)?.name ?? texts.filters.formerLabel,
    priority: () => texts.priorities[value as Priority],
    due: () => texts.filters.due[value as DueChoice],
    state: () => texts.filters.states[value as TaskState],
  };
  return names[field]();
}
