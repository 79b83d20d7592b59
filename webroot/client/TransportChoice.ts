import type { OpenTransport } from './transports';

const failuresBeforeFallback = 2;

export interface Transports {
  native: OpenTransport;
  fallback: OpenTransport;
  /** Whether the fallback's endpoint answers at all: tells a blocked WebSocket from a server that is down. */
  fallbackAnswers: () => Promise<boolean>;
}

/** Native WebSocket, until it has failed to open twice in a row while plain HTTP got through. */
export class TransportChoice {
  private failures = 0;
  private fallenBack = false;

  constructor(private readonly transports: Transports) {}

  get current(): OpenTransport {
    return this.fallenBack ? this.transports.fallback : this.transports.native;
  }

  opened(): void {
    this.failures = 0;
  }

  async neverOpened(): Promise<void> {
    this.failures += 1;
    if (this.fallenBack || this.failures < failuresBeforeFallback) return;
    this.fallenBack = await this.transports.fallbackAnswers().catch(() => false);
  }

  /** Another network may let WebSockets through. */
  startOver(): void {
    this.failures = 0;
    this.fallenBack = false;
  }
}
