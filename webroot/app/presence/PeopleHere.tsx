import { useMemo } from 'react';
import { useLocation } from 'wouter';
import type { Person } from '../../client/model';
import { others } from '../../client/people';
import { routes } from '../routes';
import { session } from '../state/session';
import { useTandem } from '../state/tandem';
import { texts } from '../texts';
import { Menu, MenuItem, MenuLabel } from '../ui/Menu';
import { Tip } from '../ui/Tip';
import { useBoard } from '../workspaces/OpenWorkspace';
import { fewNames } from './fewNames';
import { Face } from './StatusDot';

const facesMax = 4;
const listedMax = 50;

/** The others who have this workspace open. Pressing it lists them; choosing one leads to the task they look at. */
export function PeopleHere() {
  const people = useTandem((state) => state.people);
  const connected = useTandem((state) => state.connection.kind === 'live');
  const here = useMemo(() => others(people, session.user?.id ?? ''), [people]);
  if (here.length === 0) return null;
  const shown = here.slice(0, here.length > facesMax ? facesMax - 1 : facesMax);
  const more = here.length - shown.length;
  return (
    <Menu
      align="end"
      trigger={
        <button
          type="button"
          className={`people-here ${connected ? '' : 'people-stale'}`}
          aria-label={texts.presence.here(fewNames(here))}
        >
          {shown.map((person) => (
            <Tip key={person.user_id} text={texts.presence.named(person.name, texts.statuses[person.status])}>
              <span>
                <Face person={person} status={person.status} />
              </span>
            </Tip>
          ))}
          {more > 0 && (
            <Tip text={fewNames(here.slice(shown.length)).join(', ')}>
              <span className="people-more">{texts.presence.more(more)}</span>
            </Tip>
          )}
        </button>
      }
    >
      {here.slice(0, listedMax).map((person) => (
        <PersonItem key={person.user_id} person={person} />
      ))}
      {here.length > listedMax && <MenuLabel>{texts.presence.more(here.length - listedMax)}</MenuLabel>}
    </Menu>
  );
}

function PersonItem({ person }: { person: Person }) {
  const [, go] = useLocation();
  const workspaceId = useBoard((board) => board.workspace.id);
  const task = useBoard((board) => board.tasks.get(person.viewing[0] ?? ''));
  const doing = task && texts.presence.lookingAt(texts.tasks.number(task.number));
  return (
    <MenuItem
      icon={<Face person={person} status={person.status} size={18} />}
      onSelect={() => task && go(routes.task(workspaceId, task.id))}
    >
      {person.name} <span className="soft">{doing ?? texts.statuses[person.status]}</span>
    </MenuItem>
  );
}
