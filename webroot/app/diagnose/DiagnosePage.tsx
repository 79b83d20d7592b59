import { ArrowLeft } from 'lucide-react';
import { Link } from 'wouter';
import type { CheckId, Findings } from '../../client/diagnosis/finding';
import { summaryOf, summaryVerdicts } from '../../client/diagnosis/summary';
import { texts } from '../texts';
import { diagnoseTexts as words } from '../texts/diagnose';
import { Button } from '../ui/Button';
import { usePageTitle } from '../ui/usePageTitle';
import { CheckRow, Mark } from './CheckRow';
import { CopyReport } from './CopyReport';
import { LongQuiet } from './LongQuiet';
import { useDiagnosis } from './useDiagnosis';
import './Diagnose.css';

const groups: Record<keyof typeof words.groups, CheckId[]> = {
  server: ['rest', 'address', 'https', 'clock', 'assets'],
  live: ['websocket', 'messages', 'quiet', 'live'],
  fallback: ['sockjs', 'streaming', 'eventsource', 'polling'],
  browser: ['browser'],
};

/** Tells what the network between this browser and the server lets through. Needs nobody to be signed in. */
export default function DiagnosePage() {
  usePageTitle(words.title);
  const { findings, current, runAgain, tryLongQuiet } = useDiagnosis();
  const done = current === null;
  return (
    <main className="diagnose">
      <div className="text-page">
        <header className="diagnose-head">
          <Link href="/" className="diagnose-back">
            <ArrowLeft size={15} aria-hidden />
            {words.back}
          </Link>
          <p className="gate-product">
            <img src="/icon.svg" alt="" width="22" height="22" />
            {texts.product}
          </p>
        </header>
        <div className="diagnose-intro">
          <h1 className="page-title">{words.title}</h1>
          <p className="soft">{words.intro}</p>
        </div>
        <Verdict findings={findings} done={done}>
          <Button onClick={runAgain} disabled={!done}>
            {words.again}
          </Button>
          <CopyReport findings={findings} disabled={!done} />
        </Verdict>
        {Object.entries(groups).map(([group, checks]) => (
          <section key={group} className="section">
            <h2 className="section-title">{words.groups[group as keyof typeof words.groups]}</h2>
            <ul className="box">
              {checks.map((check) => (
                <CheckRow key={check} check={check} finding={findings.get(check)} running={current === check}>
                  {check === 'quiet' && (
                    <LongQuiet findings={findings} current={current} onTry={tryLongQuiet} />
                  )}
                </CheckRow>
              ))}
            </ul>
          </section>
        ))}
        <p className="diagnose-docs">{words.moreInDocs}</p>
      </div>
    </main>
  );
}

interface VerdictProps {
  findings: Findings;
  done: boolean;
  children: React.ReactNode;
}

/** All of it in one sentence. */
function Verdict({ findings, done, children }: VerdictProps) {
  const summary = summaryOf(findings);
  const [title, hint] = done ? words.summaries[summary] : [words.running, words.runningHint];
  const look = done ? summaryVerdicts[summary] : 'running';
  return (
    <section className={`verdict verdict-${look}`}>
      <Mark verdict={look} size={22} />
      <div className="verdict-words" role="status">
        <h2 className="verdict-title">{title}</h2>
        <p className="soft">{hint}</p>
      </div>
      <div className="verdict-actions">{children}</div>
    </section>
  );
}
