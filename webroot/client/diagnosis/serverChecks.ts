import type { ServerConfig } from '../model';
import { bad, type Finding, type Findings, good, unknown, warning } from './finding';
import { median } from './median';
import type { Answer, Probes } from './probes';

const rounds = 5;
const slowMs = 500;
const clockOffMs = 30_000;
const daySeconds = 86_400;
const configPath = '/api/config';

/** Several requests, because the first one also opens the connection. */
export async function checkRest(probes: Probes): Promise<Finding> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const startedAt = probes.now();
    const answer = await probes.ask('GET', configPath).catch(() => null);
    if (answer === null) return bad('rest-away');
    if (configIn(answer) === null) return bad('rest-refused', { status: answer.status });
    times.push(probes.now() - startedAt);
  }
  const ms = median(times);
  return ms > slowMs ? warning('rest-slow', { ms }) : good('rest-good', { ms });
}

export async function checkAddress(probes: Probes, soFar: Findings): Promise<Finding> {
  const config = await configOf(probes, soFar);
  if (config === null) return unknown('not-tried');
  const { host, public_url: address } = config;
  if (host.toLowerCase() !== probes.page.host.toLowerCase())
    return warning('host-changed', { address: host });
  if (address === '') return good('address-unset');
  return new URL(address).origin === probes.page.origin
    ? good('address-same', { address })
    : warning('address-other', { address });
}

export async function checkHttps({ page }: Probes): Promise<Finding> {
  if (page.protocol === 'https:') return good('https');
  return isLocal(page.hostname) ? good('https-local') : warning('http-only');
}

/** The server looks at its clock somewhere between question and answer: it is compared with the middle. */
export async function checkClock(probes: Probes, soFar: Findings): Promise<Finding> {
  const askedAt = probes.time();
  const config = await configOf(probes, soFar);
  if (config === null) return unknown('not-tried');
  const offMs = Date.parse(config.server_time) - (askedAt + probes.time()) / 2;
  const seconds = Math.round(offMs / 1000);
  return Math.abs(offMs) > clockOffMs ? warning('clock-off', { seconds }) : good('clock-good');
}

export async function checkAssets(probes: Probes, soFar: Findings): Promise<Finding> {
  const { script } = probes;
  if (script === null || isBad(soFar, 'rest')) return unknown('not-tried');
  const [page, asset] = [await probes.ask('GET', '/diagnose'), await probes.ask('GET', script)];
  if (!(page.header('Cache-Control') ?? '').match(/no-cache|no-store/)) return warning('page-cached');
  if (secondsKept(asset) < daySeconds) return warning('assets-uncached');
  return asset.header('Content-Encoding') === null ? warning('assets-plain') : good('assets-good');
}

export function isBad(soFar: Findings, ...checks: Parameters<Findings['get']>[0][]): boolean {
  return checks.some((check) => soFar.get(check)?.verdict === 'bad');
}

function configOf(probes: Probes, soFar: Findings): Promise<ServerConfig | null> {
  return isBad(soFar, 'rest') ? Promise.resolve(null) : probes.ask('GET', configPath).then(configIn);
}

/** A proxy's page of its own may come with 200 as well. */
function configIn({ status, text }: Answer): ServerConfig | null {
  if (status !== 200) return null;
  try {
    const config = JSON.parse(text) as Partial<ServerConfig> | null;
    return typeof config?.version === 'string' ? (config as ServerConfig) : null;
  } catch {
    return null;
  }
}

function secondsKept(asset: Answer): number {
  return Number(asset.header('Cache-Control')?.match(/max-age=(\d+)/)?.[1] ?? 0);
}

function isLocal(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\./.test(hostname);
}
