import { bad, type Finding, type Findings, good, unknown, warning } from './finding';
import { median } from './median';
import type { Probes } from './probes';
import { isBad } from './serverChecks';
import { Trial } from './Trial';

const openMsMax = 5_000;
const answerMsMax = 5_000;
const rounds = 5;
/** The server sends away who has not said who it is after ten. */
const strangersQuietSeconds = 8;
/** Longer than the app is ever silent: it says something every 30 s. */
export const longQuietSeconds = 35;

const unauthorized = 4401;
const forbidden = 4403;

export async function checkWebSocket(probes: Probes, soFar: Findings): Promise<Finding> {
  if (isBad(soFar, 'rest')) return unknown('not-tried');
  const startedAt = probes.now();
  return onTrial(probes, async (trial) => {
    const { kind } = await trial.next(openMsMax);
    if (kind === 'opened') return good('websocket-open', { ms: Math.round(probes.now() - startedAt) });
    return bad(kind === 'nothing' ? 'websocket-unanswered' : 'websocket-refused');
  });
}

/** A stranger who says something is sent away with 4401: so the question arrived, and so did the answer. */
export function checkMessages(probes: Probes, soFar: Findings): Promise<Finding> {
  return onOpenTrial(probes, soFar, async (trial) => {
    const saidAt = probes.now();
    trial.send({ type: 'heartbeat' });
    const end = await trial.message('none', answerMsMax);
    if (end.kind !== 'closed') return bad('messages-silent');
    if (end.code === unauthorized) return good('messages-good', { ms: Math.round(probes.now() - saidAt) });
    return end.code === forbidden ? bad('messages-origin') : bad('messages-cut', { closeCode: end.code });
  });
}

/** Says nothing for a while, and looks whether the line is still there. */
export function checkQuiet(probes: Probes, soFar: Findings): Promise<Finding> {
  return onOpenTrial(probes, soFar, async (trial) => {
    const startedAt = probes.now();
    const end = await trial.message('none', strangersQuietSeconds * 1000);
    if (end.kind !== 'closed' || end.code === unauthorized)
      return good('quiet-good', { seconds: strangersQuietSeconds });
    return end.code === forbidden ? unknown('not-tried') : cutAfter(probes.now() - startedAt);
  });
}

/** The same for longer than the app is ever silent. Only who is signed in may be here for so long. */
export function checkLongQuiet(probes: Probes, soFar: Findings): Promise<Finding> {
  return onWelcomedTrial(probes, soFar, async (trial) => {
    const startedAt = probes.now();
    const end = await trial.message('none', longQuietSeconds * 1000);
    if (end.kind === 'closed') return cutAfter(probes.now() - startedAt);
    trial.send({ type: 'heartbeat' });
    const { kind } = await trial.message('heartbeat', answerMsMax);
    return kind === 'received'
      ? good('quiet-good', { seconds: longQuietSeconds })
      : cutAfter(longQuietSeconds * 1000);
  });
}

export function checkLive(probes: Probes, soFar: Findings): Promise<Finding> {
  return onWelcomedTrial(probes, soFar, async (trial) => {
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const saidAt = probes.now();
      trial.send({ type: 'heartbeat' });
      const { kind } = await trial.message('heartbeat', answerMsMax);
      if (kind !== 'received') return bad('live-silent');
      times.push(probes.now() - saidAt);
    }
    return good('live-good', { ms: median(times) });
  });
}

function cutAfter(ms: number): Finding {
  return warning('quiet-cut', { seconds: Math.max(1, Math.round(ms / 1000)) });
}

type Try = (trial: Trial) => Promise<Finding>;

async function onTrial(probes: Probes, attempt: Try): Promise<Finding> {
  const trial = new Trial(probes.openWebSocket);
  try {
    return await attempt(trial);
  } finally {
    trial.close();
  }
}

async function onOpenTrial(probes: Probes, soFar: Findings, attempt: Try): Promise<Finding> {
  if (soFar.get('websocket')?.verdict !== 'good') return unknown('not-tried');
  return onTrial(probes, async (trial) => {
    const { kind } = await trial.next(openMsMax);
    return kind === 'opened' ? attempt(trial) : bad('messages-silent');
  });
}

async function onWelcomedTrial(probes: Probes, soFar: Findings, attempt: Try): Promise<Finding> {
  const token = await probes.token();
  if (token === null) return unknown('live-stranger');
  if (soFar.get('messages')?.verdict !== 'good') return unknown('not-tried');
  return onOpenTrial(probes, soFar, async (trial) => {
    trial.send({ type: 'auth', token });
    const answer = await trial.message('welcome', answerMsMax);
    if (answer.kind === 'closed') return bad('live-refused', { closeCode: answer.code });
    return answer.kind === 'received' ? attempt(trial) : bad('live-silent');
  });
}
