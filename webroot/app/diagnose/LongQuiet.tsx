import { useEffect, useState } from 'react';
import type { CheckId, Findings } from '../../client/diagnosis/finding';
import { longQuietSeconds } from '../../client/diagnosis/webSocketChecks';
import { useUserId } from '../state/session';
import { diagnoseTexts as words } from '../texts/diagnose';
import { Button } from '../ui/Button';

interface LongQuietProps {
  findings: Findings;
  current: CheckId | null;
  onTry: () => void;
}

/** Offers the check that takes half a minute, and shows how far it is. */
export function LongQuiet({ findings, current, onTry }: LongQuietProps) {
  const signedIn = useUserId() !== null;
  const [running, setRunning] = useState(false);
  useEffect(() => {
    if (current === null) setRunning(false);
  }, [current]);
  if (running) return <Progress />;
  const offered = signedIn && current === null && findings.get('messages')?.verdict === 'good';
  if (!offered || findings.get('quiet')?.seconds === longQuietSeconds) return null;
  const start = () => {
    setRunning(true);
    onTry();
  };
  return (
    <Button className="check-action" onClick={start}>
      {words.longQuiet(longQuietSeconds)}
    </Button>
  );
}

function Progress() {
  const [passed, setPassed] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setPassed((seconds) => Math.min(seconds + 1, longQuietSeconds)), 1000);
    return () => clearInterval(timer);
  }, []);
  const left = words.longQuietRunning(longQuietSeconds - passed);
  return (
    <p className="check-progress">
      <progress max={longQuietSeconds} value={passed} aria-label={words.checks.quiet} />
      {left}
    </p>
  );
}
