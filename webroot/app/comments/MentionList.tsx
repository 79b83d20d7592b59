import type { Mentionable } from '../../client/mentions';
import { Face } from '../presence/StatusDot';
import { useTandem } from '../state/tandem';
import { texts } from '../texts';

interface MentionListProps {
  id: string;
  people: readonly Mentionable[];
  active: number;
  onPick: (person: Mentionable) => void;
}

/** Who could be meant. The focus stays in the text; its keys go through the list. */
export function MentionList({ id, people, active, onPick }: MentionListProps) {
  const present = useTandem((state) => state.people);
  return (
    <>
      <span className="only-read-aloud" role="status">
        {people.length > 0 && texts.comments.suggested(people.length)}
      </span>
      {people.length > 0 && (
        <div id={id} className="menu mention-list" role="listbox" aria-label={texts.comments.suggestions}>
          {people.map((person, index) => (
            <div
              key={person.user_id}
              id={`${id}-${index}`}
              className="menu-item"
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              data-highlighted={index === active ? '' : undefined}
              // Before the text loses the focus, which would close the list.
              onPointerDown={(event) => {
                event.preventDefault();
                onPick(person);
              }}
            >
              <span className="menu-icon">
                <Face person={person} status={present.get(person.user_id)?.status ?? null} size={18} />
              </span>
              <span className="menu-text">{person.name}</span>
            </div>
          ))}
        </div>
      )}
    </>
  );
}
