import { ChevronDown } from 'lucide-react';
import { notificationKinds } from '../../client/notice';
import { useTandem } from '../state/tandem';
import { texts } from '../texts';
import { Menu, MenuChoice } from '../ui/Menu';
import type { Filter } from './inbox';

const words = texts.notifications;

interface InboxFiltersProps {
  filter: Filter;
  onChoose: (change: Partial<Filter>) => void;
}

export function InboxFilters({ filter, onChoose }: InboxFiltersProps) {
  const workspaces = useTandem((state) => state.own?.workspaces) ?? [];
  return (
    <div className="centre-filters">
      <button
        type="button"
        className="filter"
        aria-pressed={filter.unread}
        onClick={() => onChoose({ unread: !filter.unread })}
      >
        {words.unread}
      </button>
      <FilterMenu
        label={words.kind}
        all={words.allKinds}
        chosen={filter.kind}
        choices={notificationKinds.map((kind) => ({ value: kind, name: words.kinds[kind] }))}
        onChoose={(kind) => onChoose({ kind })}
      />
      {workspaces.length > 1 && (
        <FilterMenu
          label={words.workspace}
          all={words.allWorkspaces}
          chosen={filter.workspaceId}
          choices={workspaces.map(({ id, name }) => ({ value: id, name }))}
          onChoose={(workspaceId) => onChoose({ workspaceId })}
        />
      )}
    </div>
  );
}

interface FilterMenuProps<Value extends string> {
  label: string;
  /** What it says when nothing is chosen. */
  all: string;
  chosen: Value | null;
  choices: readonly { value: Value; name: string }[];
  onChoose: (value: Value | null) => void;
}

export function FilterMenu<Value extends string>({
  label,
  all,
  chosen,
  choices,
  onChoose,
}: FilterMenuProps<Value>) {
  const name = choices.find(({ value }) => value === chosen)?.name ?? all;
  return (
    <Menu
      trigger={
        <button
          type="button"
          className={`filter filter-menu ${chosen === null ? '' : 'filter-chosen'}`}
          aria-label={`${label}: ${name}`}
        >
          <span className="filter-name">{name}</span>
          <ChevronDown size={13} aria-hidden />
        </button>
      }
    >
      <MenuChoice checked={chosen === null} onSelect={() => onChoose(null)}>
        {all}
      </MenuChoice>
      {choices.map((choice) => (
        <MenuChoice
          key={choice.value}
          checked={choice.value === chosen}
          onSelect={() => onChoose(choice.value)}
        >
          {choice.name}
        </MenuChoice>
      ))}
    </Menu>
  );
}
