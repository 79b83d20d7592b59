import type { Answer, Probes } from '../diagnosis/probes';
import type { OpenTransport } from '../transports';

/** How a network under test answers; what is left out works. */
export interface FakeNetwork {
  /** By method and path; a session's part of the path is left out. */
  answers?: Record<string, Partial<FakeAnswer> | 'nothing'>;
  stream?: Probes['stream'];
  eventSource?: boolean;
  webSocket?: OpenTransport;
  protocol?: string;
  hostname?: string;
  token?: string | null;
  missing?: string[];
  /** How far this device's clock is ahead, in milliseconds. */
  aheadMs?: number;
}

interface FakeAnswer {
  status: number;
  headers: Record<string, string>;
  text: string;
}

export const config = {
  version: '1.0.0',
  registration_open: true,
  public_url: 'https://tandem.example.org',
  host: 'tandem.example.org',
  server_time: '2026-01-01T12:00:00Z',
  limits: {},
};

const healthy: Record<string, Partial<FakeAnswer>> = {
  'GET /api/config': { text: JSON.stringify(config) },
  'GET /diagnose': { headers: { 'Cache-Control': 'no-cache' } },
  'GET /assets/index.js': {
    headers: { 'Cache-Control': 'public, max-age=31536000, immutable', 'Content-Encoding': 'gzip' },
  },
  'GET /live/info': { text: '{"websocket":true}' },
  'POST /live/xhr': { text: 'o\n' },
  'POST /live/xhr_send': { status: 204 },
};

/** What is answered to the same question asked again. */
const healthyAgain: Record<string, Partial<FakeAnswer>> = {
  'POST /live/xhr': { text: 'a["{}"]\n' },
};

export function fakeProbes(network: FakeNetwork = {}): Probes {
  const hostname = network.hostname ?? 'tandem.example.org';
  const protocol = network.protocol ?? 'https:';
  const said: string[] = [];
  return {
    page: { protocol, hostname, host: hostname, origin: `${protocol}//${hostname}` },
    now: () => Date.now(),
    time: () => Date.parse(config.server_time) + (network.aheadMs ?? 0),
    ask: async (method, path) => {
      const asked = `${method} ${path.replace(/^\/live\/000\/\d+\//, '/live/')}`;
      const answer =
        network.answers?.[asked] ??
        (said.includes(asked) ? healthyAgain[asked] : undefined) ??
        healthy[asked];
      said.push(asked);
      if (answer === 'nothing' || answer === undefined) throw new TypeError('Failed to fetch');
      return answerOf(answer);
    },
    stream: network.stream ?? (async () => 'arrived'),
    eventSource: async () => network.eventSource ?? true,
    openWebSocket: network.webSocket ?? politeServer,
    script: '/assets/index.js',
    token: async () => network.token ?? null,
    missingFeatures: async () => network.missing ?? [],
  };
}

function answerOf({ status = 200, headers = {}, text = '' }: Partial<FakeAnswer>): Answer {
  return { status, header: (name) => headers[name] ?? null, text };
}

/** Sends strangers away, welcomes everybody else, and answers heartbeats. */
export const politeServer: OpenTransport = (events) => {
  let known = false;
  let closed = false;
  const answer = (text: string) => !closed && events.received(text);
  queueMicrotask(() => events.opened('websocket'));
  return {
    send: (text) => {
      const { type } = JSON.parse(text) as { type: string };
      queueMicrotask(() => {
        if (type === 'auth') known = true;
        if (!known) events.closed(4401);
        else answer(JSON.stringify({ type: type === 'auth' ? 'welcome' : type }));
      });
    },
    close: () => {
      closed = true;
    },
  };
};
