import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

export interface Letter {
  to: string;
  subject: string;
  /** Its plain text. */
  text: string;
}

/** A mail server that takes every letter and hands it to the test. */
export class Letterbox {
  readonly letters: Letter[] = [];
  private readonly server: Server;

  private constructor() {
    this.server = createServer((socket) => this.serve(socket));
  }

  static async open(): Promise<Letterbox> {
    const box = new Letterbox();
    await new Promise<void>((resolve) => box.server.listen(0, '127.0.0.1', resolve));
    return box;
  }

  get uri(): string {
    return `smtp://127.0.0.1:${(this.server.address() as AddressInfo).port}?tls=off`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  to(address: string): Letter[] {
    return this.letters.filter((letter) => letter.to === address);
  }

  private serve(socket: Socket): void {
    let heard = '';
    let to = '';
    let writing = false;
    const answer = (line: string) => socket.write(`${line}\r\n`);
    const hear = (line: string) => {
      const word = line.slice(0, 4).toUpperCase();
      if (word === 'RCPT') to = /<(.*)>/.exec(line)?.[1] ?? '';
      writing = word === 'DATA';
      answer(writing ? '354 Go on' : word === 'QUIT' ? '221 Bye' : '250 Fine');
    };
    socket.on('error', () => undefined);
    socket.on('data', (bytes) => {
      heard += bytes.toString();
      for (;;) {
        const end = heard.indexOf(writing ? '\r\n.\r\n' : '\r\n');
        if (end < 0) return;
        const said = heard.slice(0, end);
        heard = heard.slice(end + (writing ? 5 : 2));
        if (!writing) hear(said);
        else {
          writing = false;
          this.letters.push(letterOf(to, said));
          answer('250 Taken');
        }
      }
    });
    answer('220 letterbox');
  }
}

function letterOf(to: string, message: string): Letter {
  const subject = /^Subject: (.*)$/m.exec(message)?.[1] ?? '';
  const boundary = /boundary="?([^";\r\n]+)/.exec(message)?.[1];
  const parts = boundary === undefined ? [message] : message.split(`--${boundary}`);
  const part = parts.find((each) => /^Content-Type: text\/plain/m.test(each)) ?? message;
  const body = part.slice(part.indexOf('\r\n\r\n') + 4);
  const encoded = /^Content-Transfer-Encoding: quoted-printable/im.test(part);
  return { to, subject, text: encoded ? unquoted(body) : body };
}

function unquoted(text: string): string {
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}
