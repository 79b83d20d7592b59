import { Popover } from 'radix-ui';
import { Link } from 'wouter';
import { routes } from '../routes';
import { retryNow, useTandem } from '../state/tandem';
import { texts } from '../texts';
import { Button } from '../ui/Button';
import type { ConnectionWords } from './connection';

interface ConnectionDetailsProps {
  words: ConnectionWords;
  since: number;
}

/** What the connection is, since when and why, and what can be done about it. */
export function ConnectionDetails({ words, since }: ConnectionDetailsProps) {
  const unansweredCount = useTandem(({ unansweredCount }) => unansweredCount);
  const { tone, text, why, closeCode, canTry } = words;
  return (
    <>
      <p className={`connection-state connection-${tone}`}>
        <span className="connection-dot" aria-hidden />
        <strong>{text}</strong>
        <span className="connection-since">{texts.connection.since(timeOfDay(since))}</span>
      </p>
      <p className="soft">{why}</p>
      {closeCode !== undefined && <p className="connection-code">{texts.connection.closeCode(closeCode)}</p>}
      {unansweredCount > 0 && (
        <p className="connection-waiting">{texts.connection.changesWait(unansweredCount)}</p>
      )}
      <div className="connection-actions">
        {canTry && (
          <Button look="primary" onClick={retryNow}>
            {texts.connection.tryNow}
          </Button>
        )}
        <Popover.Close asChild>
          <Link href={routes.diagnose} className="button button-plain">
            {texts.connection.diagnose}
          </Link>
        </Popover.Close>
      </div>
    </>
  );
}

function timeOfDay(moment: number): string {
  return new Date(moment).toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' });
}
