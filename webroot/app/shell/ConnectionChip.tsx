import { WifiOff } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useEffect, useState } from 'react';
import { useTandem } from '../state/tandem';
import { texts } from '../texts';
import { ConnectionDetails } from './ConnectionDetails';
import { describeConnection, type Tone } from './connection';
import { useShownConnection } from './steadyConnection';
import './ConnectionChip.css';

/** How the app is connected, and how many changes still wait to be sent. Pressing it tells more. */
export function ConnectionChip() {
  const { state, since } = useShownConnection();
  const unansweredCount = useTandem(({ unansweredCount }) => unansweredCount);
  useTicking(state.kind === 'waiting');
  const words = describeConnection(state, Date.now());
  const away = words.tone === 'trying' || words.tone === 'bad';
  const unsaved = away && unansweredCount > 0 ? ` · ${texts.connection.unsaved(unansweredCount)}` : '';
  return (
    <>
      <Popover.Root>
        <Popover.Trigger asChild>
          <button type="button" className={`connection connection-${words.tone}`}>
            <Mark tone={words.tone} />
            <span className="connection-text">
              {words.text}
              {unsaved}
            </span>
          </button>
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Content
            className="menu connection-details"
            align="start"
            sideOffset={6}
            collisionPadding={12}
            aria-label={texts.connection.details}
          >
            <ConnectionDetails words={words} since={since} />
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
      <Announced tone={words.tone} />
    </>
  );
}

function Mark({ tone }: { tone: Tone }) {
  return tone === 'bad' ? (
    <WifiOff className="connection-mark" size={13} aria-hidden />
  ) : (
    <span className="connection-dot" aria-hidden />
  );
}

/** Says that the connection went, and that it is back; nothing while all is well from the start. */
function Announced({ tone }: { tone: Tone }) {
  const [wasAway, setWasAway] = useState(false);
  const { announced } = texts.connection;
  useEffect(() => {
    if (tone === 'trying' || tone === 'bad') setWasAway(true);
  }, [tone]);
  const text = tone === 'good' ? (wasAway ? announced.again : '') : tone === 'quiet' ? '' : announced[tone];
  return (
    <span className="only-read-aloud" role="status">
      {text}
    </span>
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
