import { ArrowDownWideNarrow, Eye, Kanban, Rows3, UserRound } from 'lucide-react';
import { PeopleHere } from '../presence/PeopleHere';
import { can } from '../state/permissions';
import { texts } from '../texts';
import { IconButton } from '../ui/Button';
import { Menu, MenuChoice } from '../ui/Menu';
import { useBoard, useRole } from '../workspaces/OpenWorkspace';
import { type BoardView, type Layout, layouts, type Sort, sorts } from './boardView';
import { FilterChoices } from './FilterChoices';
import { toggled } from './filters';
import { SearchField } from './SearchField';
import './Filters.css';

export type ChangeView = (changes: Partial<BoardView>, options?: { replace?: boolean }) => void;

interface BoardHeadProps {
  view: BoardView;
  onChange: ChangeView;
}

/** What stands above a board or list: whose it is, who is here, and what of it is shown how. */
export function BoardHead({ view, onChange }: BoardHeadProps) {
  const { filter } = view;
  const name = useBoard((board) => board.workspace.name);
  return (
    <header className="board-head">
      <h1 className="board-title">{name}</h1>
      <ViewerHint />
      <PeopleHere />
      <div className="board-tools">
        <SearchField
          text={filter.text}
          onSearch={(text) => onChange({ filter: { ...filter, text } }, { replace: true })}
        />
        <button
          type="button"
          className="filter"
          aria-pressed={filter.assignee.includes('me')}
          onClick={() => onChange({ filter: toggled(filter, 'assignee', 'me') })}
        >
          <UserRound size={14} aria-hidden />
          {texts.board.filterMine}
        </button>
        <FilterChoices filter={filter} onChange={(changed) => onChange({ filter: changed })} />
        {view.layout === 'list' && <SortMenu sort={view.sort} onChoose={(sort) => onChange({ sort })} />}
      </div>
      <LayoutSwitch layout={view.layout} onChoose={(layout) => onChange({ layout }, { replace: true })} />
    </header>
  );
}

function ViewerHint() {
  if (can(useRole(), 'change-tasks')) return null;
  return (
    <span className="board-hint" title={texts.board.viewerHint}>
      <Eye size={14} aria-hidden /> {texts.roleNames.viewer}
    </span>
  );
}

function SortMenu({ sort, onChoose }: { sort: Sort; onChoose: (sort: Sort) => void }) {
  return (
    <Menu
      align="end"
      trigger={
        <button
          type="button"
          className={`filter ${sort === 'manual' ? '' : 'filter-chosen'}`}
          aria-label={`${texts.tasks.sort}: ${texts.tasks.sorts[sort]}`}
        >
          <ArrowDownWideNarrow size={14} aria-hidden />
          {texts.tasks.sorts[sort]}
        </button>
      }
    >
      {sorts.map((choice) => (
        <MenuChoice key={choice} checked={choice === sort} onSelect={() => onChoose(choice)}>
          {texts.tasks.sorts[choice]}
        </MenuChoice>
      ))}
    </Menu>
  );
}

const icons: Record<Layout, React.ReactNode> = {
  board: <Kanban size={15} aria-hidden />,
  list: <Rows3 size={15} aria-hidden />,
};

function LayoutSwitch({ layout, onChoose }: { layout: Layout; onChoose: (layout: Layout) => void }) {
  return (
    <fieldset className="layout-switch">
      <legend className="only-read-aloud">{texts.board.layout}</legend>
      {layouts.map((choice) => (
        <IconButton
          key={choice}
          label={texts.board.layouts[choice]}
          icon={icons[choice]}
          aria-pressed={choice === layout}
          data-view-toggle={choice === layout ? undefined : ''}
          onClick={() => onChoose(choice)}
        />
      ))}
    </fieldset>
  );
}
