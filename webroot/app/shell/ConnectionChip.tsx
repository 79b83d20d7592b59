import { useEffect, useState } from 'react';
import { retryNow, useTandem } from '../state/tandem';
import { texts } from '../texts';
import { Tip } from '../ui/Tip';
import { describeConnection } from './connection';
import './ConnectionChip.css';

/** How the app is connected, and how many changes still wait to be sent. Pressing it tries again at once. */
export function ConnectionChip() {
  const connection = useTandem((state) => state.connection);
  const unansweredCount = useTandem((state) => state.unansweredCount);
  useTicking(connection.kind === 'waiting');
  const { tone, text, hint } = describeConnection(connection, Date.now());
  const waiting = connection.kind === 'waiting' || connection.kind === 'offline';
  const unsaved = waiting && unansweredCount > 0 ? ` · ${texts.connection.unsaved(unansweredCount)}` : '';
  return (
    <>
      <Tip text={waiting ? `${hint} ${texts.connection.retry}.` : hint}>
        <button type="button" className={`connection connection-${tone}`} onClick={retryNow}>
          <span className="connection-dot" aria-hidden />
          <span className="connection-text">
            {text}
            {unsaved}
          </span>
        </button>
      </Tip>
      <span className="only-read-aloud" role="status">
        {tone === 'good' ? '' : texts.connection.announced[tone]}
      </span>
    </>
  );
}

/** Draws anew twice a second, to count down. */
function useTicking(active: boolean): void {
  const [, tick] = useState(0);
  useEffect(() => {
    if (!active) return;
    const timer = setInterval(() => tick((count) => count + 1), 500);
    return () => clearInterval(timer);
  }, [active]);
}
