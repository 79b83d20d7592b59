import type { OpenTransport, Transport } from '../transports';

export type Heard =
  | { kind: 'opened' }
  | { kind: 'received'; text: string }
  | { kind: 'closed'; code: number }
  | { kind: 'nothing' };

/** One connection on trial: what happens on it is heard one by one, and every wait ends. */
export class Trial {
  private readonly heard: Heard[] = [];
  private waiting: ((heard: Heard) => void) | null = null;
  private readonly transport: Transport;

  constructor(open: OpenTransport) {
    this.transport = open({
      opened: () => this.hear({ kind: 'opened' }),
      received: (text) => this.hear({ kind: 'received', text }),
      closed: (code) => this.hear({ kind: 'closed', code }),
    });
  }

  send(message: object): void {
    this.transport.send(JSON.stringify(message));
  }

  close(): void {
    this.transport.close();
  }

  next(msMax: number): Promise<Heard> {
    const heard = this.heard.shift();
    if (heard !== undefined) return Promise.resolve(heard);
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.hear({ kind: 'nothing' }), msMax);
      this.waiting = (next) => {
        clearTimeout(timer);
        resolve(next);
      };
    });
  }

  /** What is not a message of this type is passed over; the end is not. */
  async message(type: string, msMax: number): Promise<Heard> {
    const endsAt = Date.now() + msMax;
    for (;;) {
      const heard = await this.next(Math.max(0, endsAt - Date.now()));
      if (heard.kind === 'closed' || heard.kind === 'nothing') return heard;
      if (heard.kind === 'received' && typeOf(heard.text) === type) return heard;
    }
  }

  private hear(heard: Heard): void {
    const { waiting } = this;
    this.waiting = null;
    if (waiting !== null) waiting(heard);
    else if (heard.kind !== 'nothing') this.heard.push(heard);
  }
}

function typeOf(text: string): unknown {
  try {
    return (JSON.parse(text) as { type?: unknown } | null)?.type;
  } catch {
    return undefined;
  }
}
