import { notificationKinds } from '../../client/notice';
import { useTandem } from '../state/tandem';
import { texts } from '../texts';
import { FilterMenu } from '../ui/FilterMenu';
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
