import type { CheckId, Findings, Verdict } from './finding';

export type Summary =
  | 'all-good'
  | 'remarks'
  | 'cuts-idle'
  | 'origin'
  | 'streaming'
  | 'polling'
  | 'nothing-live'
  | 'unreachable';

/** All findings in one: what whoever works here will notice. */
export function summaryOf(findings: Findings): Summary {
  const verdict = (check: CheckId): Verdict | undefined => findings.get(check)?.verdict;
  if (verdict('rest') === 'bad') return 'unreachable';
  if (findings.get('messages')?.code === 'messages-origin') return 'origin';
  if (verdict('messages') === 'good') {
    if (verdict('quiet') === 'warning') return 'cuts-idle';
    return [...findings.values()].every(isFine) ? 'all-good' : 'remarks';
  }
  if (verdict('streaming') === 'good' || verdict('eventsource') === 'good') return 'streaming';
  return verdict('polling') === 'good' ? 'polling' : 'nothing-live';
}

function isFine({ verdict }: { verdict: Verdict }): boolean {
  return verdict === 'good' || verdict === 'unknown';
}

export const summaryVerdicts: Record<Summary, Verdict> = {
  'all-good': 'good',
  remarks: 'warning',
  'cuts-idle': 'warning',
  origin: 'bad',
  streaming: 'warning',
  polling: 'warning',
  'nothing-live': 'bad',
  unreachable: 'bad',
};
