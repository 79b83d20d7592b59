import { useState } from 'react';
import type { Findings } from '../../client/diagnosis/finding';
import { diagnoseTexts as words } from '../texts/diagnose';
import { Button } from '../ui/Button';
import { reportOf } from './report';

interface CopyReportProps {
  findings: Findings;
  disabled: boolean;
}

/** Takes the findings along as text. Where the clipboard is closed to pages, as over plain HTTP, it is shown. */
export function CopyReport({ findings, disabled }: CopyReportProps) {
  const [outcome, setOutcome] = useState<'copied' | 'shown' | null>(null);
  const report = () =>
    reportOf(findings, { origin: location.origin, browser: navigator.userAgent, at: new Date() });
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(report());
      setOutcome('copied');
    } catch {
      setOutcome('shown');
    }
  };
  return (
    <>
      <Button look="primary" onClick={copy} disabled={disabled}>
        <span aria-live="polite">{outcome === 'copied' ? words.copied : words.copy}</span>
      </Button>
      {outcome === 'shown' && (
        <label className="verdict-report">
          {words.notCopied}
          <textarea
            className="input"
            aria-label={words.report}
            readOnly
            rows={8}
            value={report()}
            onFocus={(event) => event.target.select()}
          />
        </label>
      )}
    </>
  );
}
