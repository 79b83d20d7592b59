import { Circle, CircleCheck, CircleMinus, CircleX, LoaderCircle, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { CheckId, Finding, Verdict } from '../../client/diagnosis/finding';
import { diagnoseTexts as words } from '../texts/diagnose';
import { RemedyHint } from './RemedyHint';
import { remedies } from './remedies';

interface CheckRowProps {
  check: CheckId;
  finding: Finding | undefined;
  running: boolean;
  children?: ReactNode;
}

/** One thing that was tried: whether it works, what that means, and what to do. */
export function CheckRow({ check, finding, running, children }: CheckRowProps) {
  const remedy = finding && remedies[finding.code];
  return (
    <li className="check">
      <Mark verdict={running ? 'running' : (finding?.verdict ?? 'waiting')} />
      <div className="check-words">
        <h3 className="check-name">{words.checks[check]}</h3>
        <p className="soft">
          {running || finding === undefined ? '\u00a0' : words.says[finding.code](finding)}
        </p>
        {!running && remedy && <RemedyHint remedy={remedy} />}
        {children}
      </div>
    </li>
  );
}

type Look = Verdict | 'running' | 'waiting';

const icons = {
  good: CircleCheck,
  warning: TriangleAlert,
  bad: CircleX,
  unknown: CircleMinus,
  running: LoaderCircle,
  waiting: Circle,
};

const names: Record<Look, string> = { ...words.verdicts, running: words.checking, waiting: words.waiting };

export function Mark({ verdict, size = 17 }: { verdict: Look; size?: number }) {
  const Icon = icons[verdict];
  return <Icon className={`mark mark-${verdict}`} size={size} role="img" aria-label={names[verdict]} />;
}
