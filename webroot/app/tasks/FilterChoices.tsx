import { CalendarClock, CircleCheck, ListFilter, SignalHigh, Tag, UserRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { priorities } from '../../client/model';
import { Face } from '../presence/StatusDot';
import { session } from '../state/session';
import { useTandem } from '../state/tandem';
import { texts } from '../texts';
import { NoAvatar } from '../ui/Avatar';
import { Menu, MenuChoice, SubMenu } from '../ui/Menu';
import { useBoard } from '../workspaces/OpenWorkspace';
import { dueChoices, type Filter, type FilterField, filterFields, states, toggled } from './filters';
import { LabelDot } from './LabelChip';
import { PriorityGlyph } from './PriorityGlyph';

interface FilterChoicesProps {
  filter: Filter;
  onChange: (filter: Filter) => void;
}

const fieldIcons: Record<FilterField, ReactNode> = {
  assignee: <UserRound size={14} />,
  label: <Tag size={14} />,
  priority: <SignalHigh size={14} />,
  due: <CalendarClock size={14} />,
  state: <CircleCheck size={14} />,
};

/** The menu of everything tasks can be narrowed by. It stays open for several choices. */
export function FilterChoices({ filter, onChange }: FilterChoicesProps) {
  return (
    <Menu
      align="end"
      trigger={
        <button type="button" className="filter">
          <ListFilter size={14} aria-hidden />
          {texts.filters.filter}
        </button>
      }
    >
      {filterFields.map((field) => (
        <SubMenu key={field} icon={fieldIcons[field]} label={texts.filters.fields[field]}>
          <FieldChoices field={field} filter={filter} onChange={onChange} />
        </SubMenu>
      ))}
    </Menu>
  );
}

interface Choice {
  value: string;
  name: string;
  icon?: ReactNode;
}

function FieldChoices({ field, filter, onChange }: FilterChoicesProps & { field: FilterField }) {
  const chosen: readonly string[] = filter[field];
  return useChoices(field).map(({ value, name, icon }) => (
    <MenuChoice
      key={value}
      icon={icon}
      many
      checked={chosen.includes(value)}
      onSelect={() => onChange(toggled(filter, field, value))}
    >
      {name}
    </MenuChoice>
  ));
}

function useChoices(field: FilterField): Choice[] {
  const people = usePeopleChoices();
  const labels = useBoard((board) => board.labels);
  const choices: Record<FilterField, () => Choice[]> = {
    assignee: () => people,
    label: () => labels.map(({ id, name, color }) => ({ value: id, name, icon: <LabelDot color={color} /> })),
    priority: () =>
      priorities.toReversed().map((priority) => ({
        value: priority,
        name: texts.priorities[priority],
        icon: <PriorityGlyph priority={priority} />,
      })),
    due: () => dueChoices.map((due) => ({ value: due, name: texts.filters.due[due] })),
    state: () => states.map((state) => ({ value: state, name: texts.filters.states[state] })),
  };
  return choices[field]();
}

/** The reader stands at the top and is not listed again: an address with `me` in it is good for everybody. */
function usePeopleChoices(): Choice[] {
  const members = useBoard((board) => board.members);
  const people = useTandem((state) => state.people);
  const self = session.user?.id ?? '';
  const face = (user_id: string, name: string) => (
    <Face person={{ user_id, name }} status={people.get(user_id)?.status ?? null} size={18} />
  );
  return [
    { value: 'me', name: texts.filters.me, icon: face(self, session.user?.name ?? '') },
    { value: 'nobody', name: texts.tasks.nobody, icon: <NoAvatar size={18} /> },
    ...members
      .filter(({ user_id }) => user_id !== self)
      .map(({ user_id, name }) => ({ value: user_id, name, icon: face(user_id, name) })),
  ];
}
