import { sockJsSession } from '../streamPasses';
import { bad, type Finding, type Findings, good, unknown, warning } from './finding';
import type { Probes } from './probes';
import { isBad } from './serverChecks';

const sockJs = '/live';
const strangersMessage = JSON.stringify([JSON.stringify({ type: 'heartbeat' })]);

export async function checkSockJs(probes: Probes, soFar: Findings): Promise<Finding> {
  if (isBad(soFar, 'rest')) return unknown('not-tried');
  const answer = await probes.ask('GET', `${sockJs}/info`).catch(() => null);
  if (answer === null) return bad('sockjs-away');
  const isInfo = answer.status === 200 && answer.text.includes('"websocket"');
  return isInfo ? good('sockjs-good') : bad('sockjs-refused', { status: answer.status });
}

export async function checkStreaming(probes: Probes, soFar: Findings): Promise<Finding> {
  if (isBad(soFar, 'rest', 'sockjs')) return unknown('not-tried');
  const startedAt = probes.now();
  const outcome = await probes.stream(`${sockJsSession(sockJs)}/xhr_streaming`).catch(() => 0);
  if (outcome === 'arrived') return good('streaming-good', { ms: Math.round(probes.now() - startedAt) });
  if (outcome === 'held') return warning('streaming-buffered');
  return warning('streaming-refused', { status: outcome });
}

export async function checkEventSource(probes: Probes, soFar: Findings): Promise<Finding> {
  if (isBad(soFar, 'rest', 'sockjs')) return unknown('not-tried');
  const startedAt = probes.now();
  const arrived = await probes.eventSource(`${sockJsSession(sockJs)}/eventsource`);
  return arrived
    ? good('eventsource-good', { ms: Math.round(probes.now() - startedAt) })
    : warning('eventsource-none');
}

/** Opens a session, says something, and hears of it: three requests that must all reach the same instance. */
export async function checkPolling(probes: Probes, soFar: Findings): Promise<Finding> {
  if (isBad(soFar, 'rest', 'sockjs')) return unknown('not-tried');
  const session = sockJsSession(sockJs);
  const startedAt = probes.now();
  const opened = await probes.ask('POST', `${session}/xhr`).catch(() => null);
  if (!opened?.text.startsWith('o')) return bad('polling-refused', { status: opened?.status ?? 0 });
  const said = await probes.ask('POST', `${session}/xhr_send`, strangersMessage).catch(() => null);
  const heard = await probes.ask('POST', `${session}/xhr`).catch(() => null);
  const inOneSession = said?.status === 204 && /^[ac]/.test(heard?.text ?? '');
  return inOneSession
    ? good('polling-good', { ms: Math.round(probes.now() - startedAt) })
    : bad('polling-scattered', { status: said?.status ?? 0 });
}
