import type { ReactNode } from 'react';
import type { Id } from '../../client/model';
import { useTandem } from '../state/tandem';
import { texts } from '../texts';
import { Avatar } from '../ui/Avatar';
import { fewNames } from './fewNames';
import './Presence.css';

const facesMax = 3;

interface ViewersProps {
  taskId: Id;
  /** Whose face stands on its own, ringed by `ViewingRing`. */
  except?: Id | null;
}

/** The others who look at a task right now. */
export function Viewers({ taskId, except = null }: ViewersProps) {
  const everybody = useTandem((state) => state.viewers.get(taskId));
  const viewers = everybody?.filter(({ user_id }) => user_id !== except) ?? [];
  if (viewers.length === 0) return null;
  const words = texts.presence.looking(fewNames(viewers));
  const more = viewers.length - facesMax;
  return (
    <span className="viewers" role="img" aria-label={words} title={words}>
      {viewers.slice(0, facesMax).map(({ user_id, name }) => (
        <Avatar key={user_id} id={user_id} name={name} size={18} />
      ))}
      {more > 0 && <span className="viewers-more">{texts.presence.more(more)}</span>}
    </span>
  );
}

interface ViewingRingProps {
  taskId: Id;
  userId: Id;
  children: ReactNode;
}

/** Around a face that stands at the task anyway: the same ring, so that nobody is shown twice. */
export function ViewingRing({ taskId, userId, children }: ViewingRingProps) {
  const viewer = useTandem((state) => state.viewers.get(taskId)?.find(({ user_id }) => user_id === userId));
  if (viewer === undefined) return children;
  const words = texts.presence.looking([viewer.name]);
  return (
    <span className="viewing-ring" title={words}>
      {children}
      <span className="only-read-aloud">{words}</span>
    </span>
  );
}
