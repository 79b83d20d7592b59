import { checkIds } from '../../client/diagnosis/diagnose';
import type { Findings } from '../../client/diagnosis/finding';
import { summaryOf } from '../../client/diagnosis/summary';
import { diagnoseTexts as words } from '../texts/diagnose';

/** Where and when a diagnosis was made. */
export interface Circumstances {
  origin: string;
  browser: string;
  at: Date;
}

/** For a letter or an issue: what was found, in plain text. Nothing in it opens a door. */
export function reportOf(findings: Findings, { origin, browser, at }: Circumstances): string {
  const head = [words.reportHead, origin, at.toISOString(), browser];
  const [title, hint] = words.summaries[summaryOf(findings)];
  const lines = checkIds.flatMap((id) => {
    const finding = findings.get(id);
    if (finding === undefined) return [];
    return `[${words.verdicts[finding.verdict]}] ${words.checks[id]}: ${words.says[finding.code](finding)}`;
  });
  return [...head, '', `${title}. ${hint}`, '', ...lines, ''].join('\n');
}
