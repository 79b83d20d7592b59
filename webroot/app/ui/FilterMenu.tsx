import { ChevronDown } from 'lucide-react';
import { Menu, MenuChoice } from './Menu';
import './FilterMenu.css';

interface FilterMenuProps<Value extends string> {
  label: string;
  /** What it says when nothing is chosen. */
  all: string;
  chosen: Value | null;
  choices: readonly { value: Value; name: string }[];
  onChoose: (value: Value | null) => void;
}

/** Narrows a list to one of several values, or to none of them. */
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
