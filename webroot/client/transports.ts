import { lostLine } from './closeCodes';
import { streamPasses } from './streamPasses';
import type { Transports } from './TransportChoice';

/** How messages travel. `polling` means that each change costs a request; the others hold a stream open. */
export type TransportKind = 'websocket' | 'streaming' | 'polling';

export interface Transport {
  send(text: string): void;
  close(): void;
}

export interface TransportEvents {
  opened(kind: TransportKind): void;
  received(text: string): void;
  /** Once, and nothing follows. Also when it never opened. */
  closed(code: number): void;
}

export type OpenTransport = (events: TransportEvents) => Transport;

/** A native WebSocket to `/ws` of the page's own server. */
export function openWebSocket(url: string): OpenTransport {
  return (events) => {
    const socket = newWebSocket(url);
    if (socket === null) return neverOpened(events);
    socket.onopen = () => events.opened('websocket');
    socket.onmessage = ({ data }) => events.received(String(data));
    socket.onclose = ({ code }) => events.closed(code);
    // On its way out a socket takes nothing more, and says so on the console. What matters is sent again on the next one.
    const send = (text: string) => socket.readyState === WebSocket.OPEN && socket.send(text);
    return { send, close: () => socket.close(1000) };
  };
}

/** A browser that forbids the address throws. */
function newWebSocket(url: string): WebSocket | null {
  try {
    return new WebSocket(url);
  } catch {
    return null;
  }
}

function neverOpened(events: TransportEvents): Transport {
  queueMicrotask(() => events.closed(lostLine));
  return { send: () => undefined, close: () => undefined };
}

const kinds: Record<string, TransportKind> = {
  'xhr-streaming': 'streaming',
  eventsource: 'streaming',
};

/**
 * What SockJS reckons from one round trip is too little for a server that has just started or is busy, and the better
 * transport gets its next chance minutes later only.
 */
const transportMsMin = 3_000;

/** SockJS at `/live`, for networks that let no WebSocket through. Loaded only when it comes to that. */
export function openSockJs(url: string): OpenTransport {
  return (events) => {
    let wanted = true;
    let transport: Transport | null = null;
    const open = async () => {
      const { default: SockJs } = await import('sockjs-client');
      if (!wanted) return events.closed(1000);
      const socket = new SockJs(url, undefined, {
        // Not WebSocket: it has failed already when this is loaded.
        transports: ['xhr-streaming', 'eventsource', 'xhr-polling'],
        timeout: transportMsMin,
      });
      socket.onopen = () => events.opened(kinds[transportName(socket)] ?? 'polling');
      socket.onmessage = ({ data }) => events.received(String(data));
      socket.onclose = ({ code }) => events.closed(code);
      transport = { send: (text) => socket.send(text), close: () => socket.close(1000) };
    };
    open().catch(() => events.closed(lostLine));
    return {
      send: (text) => transport?.send(text),
      close: () => {
        wanted = false;
        transport?.close();
      },
    };
  };
}

/** SockJS tells the transport it settled on, its type declarations do not. */
function transportName(socket: object): string {
  return 'transport' in socket ? String(socket.transport) : '';
}

export interface Addresses {
  webSocket: string;
  sockJs: string;
  sockJsInfo: string;
}

export function liveAddresses(page: { protocol: string; host: string }): Addresses {
  const secure = page.protocol === 'https:';
  const http = `${secure ? 'https' : 'http'}://${page.host}`;
  return {
    webSocket: `${secure ? 'wss' : 'ws'}://${page.host}/ws`,
    sockJs: `${http}/live`,
    sockJsInfo: `${http}/live/info`,
  };
}

const answerMsMax = 5_000;

/** Every way to the page's own server. */
export function liveTransports(page: { protocol: string; host: string }): Transports {
  const { webSocket, sockJs, sockJsInfo } = liveAddresses(page);
  return {
    native: openWebSocket(webSocket),
    fallback: openSockJs(sockJs),
    fallbackAnswers: async () => {
      const { ok } = await fetch(sockJsInfo, { cache: 'no-store', signal: AbortSignal.timeout(answerMsMax) });
      return ok;
    },
    streamsPass: () => streamPasses(sockJs),
  };
}
