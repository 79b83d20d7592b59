import { bad, type CheckId, type Finding, type Findings, good, warning } from './finding';
import type { Probes } from './probes';
import { checkAddress, checkAssets, checkClock, checkHttps, checkRest } from './serverChecks';
import { checkEventSource, checkPolling, checkSockJs, checkStreaming } from './sockJsChecks';
import { checkLive, checkLongQuiet, checkMessages, checkQuiet, checkWebSocket } from './webSocketChecks';

type Check = (probes: Probes, soFar: Findings) => Promise<Finding>;

/** In this order: each may build on what was found before. */
const checks: Record<CheckId, Check> = {
  rest: checkRest,
  address: checkAddress,
  https: checkHttps,
  clock: checkClock,
  assets: checkAssets,
  websocket: checkWebSocket,
  messages: checkMessages,
  live: checkLive,
  sockjs: checkSockJs,
  streaming: checkStreaming,
  eventsource: checkEventSource,
  polling: checkPolling,
  browser: checkBrowser,
  quiet: checkQuiet,
};

export const checkIds = Object.keys(checks) as CheckId[];

export interface Progress {
  began(check: CheckId): void;
  found(check: CheckId, finding: Finding): void;
}

/** One check after the other, so that none disturbs what another measures. Ends early when it is no longer wanted. */
export async function diagnose(probes: Probes, progress: Progress, wanted: AbortSignal): Promise<Findings> {
  const findings = new Map<CheckId, Finding>();
  for (const id of checkIds) {
    if (wanted.aborted) break;
    progress.began(id);
    const finding = await checks[id](probes, findings).catch(() => bad('failed'));
    findings.set(id, finding);
    if (!wanted.aborted) progress.found(id, finding);
  }
  return findings;
}

/** For who is signed in and has the time: in the place of the short `quiet`. */
export function diagnoseLongQuiet(probes: Probes, soFar: Findings): Promise<Finding> {
  return checkLongQuiet(probes, soFar).catch(() => bad('failed'));
}

async function checkBrowser(probes: Probes): Promise<Finding> {
  const names = await probes.missingFeatures();
  return names.length === 0 ? good('browser-good') : warning('browser-missing', { names });
}
