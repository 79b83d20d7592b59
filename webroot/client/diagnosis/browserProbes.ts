import { openWebSocket } from '../transports';
import type { Answer, Probes, StreamOutcome } from './probes';

const answerMsMax = 8_000;
const streamMsMax = 4_000;

/** The checks' hands in a real browser, on the page's own server. */
export function browserProbes(token: () => Promise<string | null>): Probes {
  const { protocol, host, hostname, origin } = location;
  return {
    page: { protocol, host, hostname, origin },
    now: () => performance.now(),
    time: () => Date.now(),
    ask,
    stream,
    eventSource,
    openWebSocket: openWebSocket(`${protocol === 'https:' ? 'wss' : 'ws'}://${host}/ws`),
    script: document.querySelector<HTMLScriptElement>('script[src^="/assets/"]')?.src ?? null,
    token,
    missingFeatures,
  };
}

async function ask(method: 'GET' | 'POST', path: string, body?: string): Promise<Answer> {
  const response = await fetch(path, {
    method,
    cache: 'no-store',
    body: body ?? null,
    signal: AbortSignal.timeout(answerMsMax),
  });
  const { status, headers } = response;
  return { status, header: (name) => headers.get(name), text: await response.text() };
}

async function stream(path: string): Promise<StreamOutcome> {
  const ended = new AbortController();
  const timer = setTimeout(() => ended.abort(), streamMsMax);
  try {
    const { ok, status, body } = await fetch(path, { method: 'POST', signal: ended.signal });
    if (!ok) return status;
    await body?.getReader().read();
    return 'arrived';
  } catch (failure) {
    if (ended.signal.aborted) return 'held';
    throw failure;
  } finally {
    clearTimeout(timer);
    ended.abort();
  }
}

function eventSource(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const source = new EventSource(path);
    const end = (arrived: boolean) => {
      clearTimeout(timer);
      source.close();
      resolve(arrived);
    };
    const timer = setTimeout(() => end(false), streamMsMax);
    source.onmessage = () => end(true);
    source.onerror = () => end(false);
  });
}

const name = 'tandem.diagnosis';

const features: Record<string, () => unknown> = {
  localStorage: () => {
    localStorage.setItem(name, name);
    localStorage.removeItem(name);
  },
  IndexedDB: openDatabase,
  BroadcastChannel: () => new BroadcastChannel(name).close(),
  'Web Locks': () => navigator.locks.request(name, () => undefined),
  'service worker': () => navigator.serviceWorker.getRegistration(),
};

/** Each is used once: private windows have some of them in name only. */
async function missingFeatures(): Promise<string[]> {
  const missing: string[] = [];
  for (const [feature, use] of Object.entries(features)) {
    await Promise.resolve()
      .then(use)
      .catch(() => missing.push(feature));
  }
  return missing;
}

function openDatabase(): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      opening.result.close();
      indexedDB.deleteDatabase(name);
      resolve();
    };
  });
}
