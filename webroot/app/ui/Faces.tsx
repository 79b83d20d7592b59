import type { Id } from '../../client/model';
import { texts } from '../texts';
import { Avatar } from './Avatar';
import './Faces.css';

interface FacesProps {
  people: readonly { user_id: Id; name: string }[];
  /** Everybody there is, shown or not. */
  count: number;
}

/** Some faces, one over the edge of the other, and how many more there are. Their names stand elsewhere. */
export function Faces({ people, count }: FacesProps) {
  return (
    <span className="faces" aria-hidden>
      {people.map(({ user_id, name }) => (
        <Avatar key={user_id} id={user_id} name={name} size={24} />
      ))}
      {count > people.length && (
        <span className="faces-more">{texts.presence.more(count - people.length)}</span>
      )}
    </span>
  );
}
