import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/**
 * What a network lets through. `http`: no WebSocket; `short-requests`: also nothing that streams;
 * `pages`: only pages and the REST interface, nothing live.
 */
type Lets = 'everything' | 'http' | 'short-requests' | 'pages' | 'nothing';

const streams = /^\/live\/.*(xhr_streaming|eventsource)/;
const live = /^\/(live|ws)\b/;

/** The network between one browser and the server: a proxy that refuses what real ones refuse, and can be cut. */
export class Line {
  lets: Lets = 'everything';
  private readonly open = new Set<Duplex>();
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
    const { method, url, headers } = asked;
    const passed = request({ ...this.address, method, path: url, headers }, (answered) => {
      answer.writeHead(answered.statusCode ?? 502, answered.headers);
      answered.pipe(answer);
    });
    passed.on('error', () => answer.destroy());
    answer.on('close', () => passed.destroy());
    asked.pipe(passed);
  }

  private forwardUpgrade(asked: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (this.lets !== 'everything') {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    const passed: Socket = connect(this.address.port, this.address.host, () => {
      passed.write(rawHead(asked));
      passed.write(head);
      passed.pipe(socket).pipe(passed);
    });
    this.keep(passed);
    passed.on('close', () => socket.destroy());
    socket.on('close', () => passed.destroy());
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
    socket.on('close', () => this.open.delete(socket));
    socket.on('error', () => socket.destroy());
  }
}

function rawHead({ method, url, httpVersion, rawHeaders }: IncomingMessage): string {
  const lines = [`${method} ${url} HTTP/${httpVersion}`];
  for (let index = 0; index < rawHeaders.length; index += 2) {
    lines.push(`${rawHeaders[index]}: ${rawHeaders[index + 1]}`);
  }
  return `${lines.join('\r\n')}\r\n\r\n`;
}
