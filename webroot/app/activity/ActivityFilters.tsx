import { texts } from '../texts';
import { FilterMenu } from '../ui/FilterMenu';
import { useBoard } from '../workspaces/OpenWorkspace';
import type { HistoryFilter } from './history';
import { TaskFilter } from './TaskFilter';

const words = texts.changes;

interface ActivityFiltersProps {
  filter: HistoryFilter;
  onChoose: (change: Partial<HistoryFilter>) => void;
}

export function ActivityFilters({ filter, onChoose }: ActivityFiltersProps) {
  const members = useBoard((board) => board.members);
  return (
    <fieldset className="activity-filters">
      <legend className="only-read-aloud">{words.filters}</legend>
      <FilterMenu
        label={words.person}
        all={words.anybody}
        chosen={filter.actorId}
        choices={members.map(({ user_id, name }) => ({ value: user_id, name }))}
        onChoose={(actorId) => onChoose({ actorId })}
      />
      <TaskFilter chosen={filter.taskId} onChoose={(taskId) => onChoose({ taskId })} />
    </fieldset>
  );
}
