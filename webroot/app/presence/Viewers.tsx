import type { Id } from '../../client/model';
import { useTandem } from '../state/tandem';
import { texts } from '../texts';
import { Avatar } from '../ui/Avatar';
import { fewNames } from './fewNames';
import './Presence.css';

const facesMax = 3;

interface ViewersProps {
  taskId: Id;
  size?: 18 | 24;
}

/** The others who look at a task right now. */
export function Viewers({ taskId, size = 18 }: ViewersProps) {
  const viewers = useTandem((state) => state.viewers.get(taskId));
  if (viewers === undefined) return null;
  const words = texts.presence.looking(fewNames(viewers));
  const more = viewers.length - facesMax;
  return (
    <span className="viewers" role="img" aria-label={words} title={words}>
      {viewers.slice(0, facesMax).map(({ user_id, name }) => (
        <Avatar key={user_id} id={user_id} name={name} size={size} />
      ))}
      {more > 0 && <span className="viewers-more">{texts.presence.more(more)}</span>}
    </span>
  );
}
