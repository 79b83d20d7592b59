import type { Instant } from '../../client/model';
import { fullTime, relativeTime } from '../tasks/dates';
import { useNow } from './now';

/** How long ago something was; when exactly, on hover. */
export function When({ at, className }: { at: Instant; className?: string }) {
  const now = useNow();
  return (
    <time className={className} dateTime={at} title={fullTime(at)}>
      {relativeTime(at, new Date(now))}
    </time>
  );
}
