import { proveTransport } from './proveTransport';
import type { Transports } from './TransportChoice';
import type { TransportKind } from './transports';

export type Better = 'native' | 'fallback';

const everyMs = 3 * 60_000;

/** While something else than a WebSocket carries the messages: tries now and then, beside it, whether a better way is free. */
export class WayBack {
  private timer: ReturnType<typeof setInterval> | undefined;
  private looking = false;
  private kind: TransportKind = 'polling';

  constructor(
    private readonly transports: Transports,
    private readonly found: (better: Better) => void,
  ) {}

  start(kind: TransportKind): void {
    this.stop();
    this.kind = kind;
    this.timer = setInterval(() => document.visibilityState === 'visible' && this.look(), everyMs);
  }

  stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  async look(): Promise<void> {
    if (this.timer === undefined || this.looking) return;
    this.looking = true;
    const asked = this.timer;
    const better = await this.better().catch(() => null);
    this.looking = false;
    if (better !== null && this.timer === asked) this.found(better);
  }

  private async better(): Promise<Better | null> {
    if (await proveTransport(this.transports.native)) return 'native';
    const streams = this.kind === 'polling' && (await this.transports.streamsPass?.());
    return streams === true ? 'fallback' : null;
  }
}
