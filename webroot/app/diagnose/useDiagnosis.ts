import { useCallback, useEffect, useRef, useState } from 'react';
import { browserProbes } from '../../client/diagnosis/browserProbes';
import { checkIds, diagnose, diagnoseLongQuiet } from '../../client/diagnosis/diagnose';
import type { CheckId, Finding, Findings } from '../../client/diagnosis/finding';
import { session } from '../state/session';

export interface Diagnosis {
  findings: Findings;
  /** What is being tried now; `null`: all is done. */
  current: CheckId | null;
  runAgain: () => void;
  /** Tries a longer silence; for who is signed in. */
  tryLongQuiet: () => void;
}

const probes = browserProbes(() => session.accessToken().catch(() => null));

/** Runs all checks when the page opens, and again when it is asked to. */
export function useDiagnosis(): Diagnosis {
  const [findings, setFindings] = useState<Findings>(new Map());
  const [current, setCurrent] = useState<CheckId | null>(checkIds[0] ?? null);
  const running = useRef(new AbortController());

  const found = useCallback((check: CheckId, finding: Finding) => {
    setFindings((before) => new Map(before).set(check, finding));
  }, []);

  const runAgain = useCallback(() => {
    running.current.abort();
    const run = new AbortController();
    running.current = run;
    setFindings(new Map());
    diagnose(probes, { began: setCurrent, found }, run.signal).then(() => {
      if (!run.signal.aborted) setCurrent(null);
    });
  }, [found]);

  useEffect(() => {
    runAgain();
    return () => running.current.abort();
  }, [runAgain]);

  const tryLongQuiet = useCallback(async () => {
    const run = running.current;
    setCurrent('quiet');
    const finding = await diagnoseLongQuiet(probes, findings);
    if (run.signal.aborted) return;
    found('quiet', finding);
    setCurrent(null);
  }, [findings, found]);

  return { findings, current, runAgain, tryLongQuiet };
}
