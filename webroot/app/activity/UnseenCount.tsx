import type { Id } from '../../client/model';
import { texts } from '../texts';
import { unseenMax, useUnseen } from './unseen';
import './UnseenCount.css';

/** How much is new in a workspace since one looked; nothing where nothing is. */
export function UnseenCount({ workspaceId }: { workspaceId: Id }) {
  return <NewCount number={useUnseen(({ counts }) => counts.get(workspaceId) ?? 0)} />;
}

export function NewCount({ number }: { number: number }) {
  if (number === 0) return null;
  const shown = number >= unseenMax ? `${unseenMax}+` : String(number);
  return (
    <span className="unseen-count">
      <span aria-hidden>{shown}</span>
      <span className="only-read-aloud">{texts.changes.unseen(shown)}</span>
    </span>
  );
}
