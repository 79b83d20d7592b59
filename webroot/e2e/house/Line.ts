import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/**
 * What a network lets through. `http`: no WebSocket; `short-requests`: also nothing that streams;
 * `buffered`: no WebSocket, and streams only when they have ended; `pages`: only pages and the REST interface, nothing live.
 * `cuts-idle`: everything, but a WebSocket that is silent for a while is cut; `blackhole`: WebSockets are not answered;
 * `foreign`: everything, but the server is asked for another host.
 */
export type Lets =
  | 'everything'
  | 'http'
  | 'short-requests'
  | 'buffered'
  | 'pages'
  | 'cuts-idle'
  | 'blackhole'
  | 'foreign'
  | 'nothing';

const idleMsMax = 2_000;

const foreignHost = 'tandem.internal';
const passWebSockets: ReadonlySet<Lets> = new Set(['everything', 'cuts-idle', 'foreign']);

const streams = /^\/live\/.*(xhr_streaming|eventsource)/;
const live = /^\/(live|ws)\b/;

/** The network between one browser and the server: a proxy that refuses what real ones refuse, and can be cut. */
export class Line {
  lets: Lets = 'everything';
  /** How many WebSockets have been opened through it. */
  webSockets = 0;
  private readonly open = new Set<Duplex>();
  private readonly upgraded = new Set<Duplex>();
  private readonly proxy: Server;

  private constructor(private readonly target: URL) {
    this.proxy = createServer((asked, answer) => this.forward(asked, answer));
    this.proxy.on('connection', (socket) => this.keep(socket));
    this.proxy.on('upgrade', (asked, socket, head) => this.forwardUpgrade(asked, socket, head));
  }

  static async to(url: string): Promise<Line> {
    const line = new Line(new URL(url));
    await new Promise<void>((resolve) => line.proxy.listen(0, '127.0.0.1', resolve));
    return line;
  }

  get url(): string {
    return `http://localhost:${(this.proxy.address() as AddressInfo).port}`;
  }

  /** Changes what gets through, also for what is under way. */
  let(lets: Lets): void {
    this.lets = lets;
    for (const socket of this.open) socket.destroy();
  }

  /** WebSockets that are open stay open and carry nothing more, as when a router has forgotten them. */
  forget(): void {
    for (const socket of this.upgraded) socket.unpipe().pause();
  }

  async close(): Promise<void> {
    this.let('nothing');
    await new Promise((resolve) => this.proxy.close(resolve));
  }

  private forward(asked: IncomingMessage, answer: ServerResponse): void {
    if (this.lets === 'nothing') {
      asked.socket.destroy();
      return;
    }
    if (this.refuses(asked.url ?? '')) {
      answer.writeHead(403).end();
      return;
    }
    const { method, url } = asked;
    const held = this.lets === 'buffered' && streams.test(url ?? '');
    const passed = request(
      { ...this.address, method, path: url, headers: this.headers(asked) },
      (answered) => {
        if (held) return void answered.resume().on('end', () => answer.destroy());
        answer.writeHead(answered.statusCode ?? 502, answered.headers);
        answered.pipe(answer);
      },
    );
    passed.on('error', () => answer.destroy());
    answer.on('close', () => passed.destroy());
    asked.pipe(passed);
  }

  private forwardUpgrade(asked: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (this.lets === 'blackhole') return;
    if (!passWebSockets.has(this.lets)) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    const passed: Socket = connect(this.address.port, this.address.host, () => {
      passed.write(rawHead(asked, this.lets === 'foreign' ? foreignHost : undefined));
      passed.write(head);
      passed.pipe(socket).pipe(passed);
    });
    this.webSockets += 1;
    this.keep(passed);
    this.upgraded.add(socket).add(passed);
    if (this.lets === 'cuts-idle') passed.setTimeout(idleMsMax, () => passed.destroy());
    passed.on('close', () => socket.destroy());
    socket.on('close', () => passed.destroy());
  }

  private headers({ headers }: IncomingMessage): IncomingMessage['headers'] {
    return this.lets === 'foreign' ? { ...headers, host: foreignHost } : headers;
  }

  private refuses(path: string): boolean {
    return (
      (this.lets === 'short-requests' && streams.test(path)) || (this.lets === 'pages' && live.test(path))
    );
  }

  private get address() {
    return { host: '127.0.0.1', port: Number(this.target.port) };
  }

  private keep(socket: Duplex): void {
    this.open.add(socket);
    socket.on('close', () => {
      this.open.delete(socket);
      this.upgraded.delete(socket);
    });
    socket.on('error', () => socket.destroy());
  }
}

function rawHead({ method, url, httpVersion, rawHeaders }: IncomingMessage, host?: string): string {
  const lines = [`${method} ${url} HTTP/${httpVersion}`];
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const isHost = rawHeaders[index]?.toLowerCase() === 'host';
    lines.push(`${rawHeaders[index]}: ${(isHost && host) || rawHeaders[index + 1]}`);
  }
  return `${lines.join('\r\n')}\r\n\r\n`;
}
