import { proveTransport } from './proveTransport';
import type { Transports } from './TransportChoice';
import type { TransportKind } from './transports';

export type Better = 'native' | 'fallback';

const tickMs = 30_000;
const firstMs = 3 * 60_000;
const everyMsMax = 30 * 60_000;

/** While something else than a WebSocket carries the messages: tries now and then, beside it, whether a better way is free. */
export class WayBack {
  private timer: ReturnType<typeof setInterval> | undefined;
  private looking = false;
  private kind: TransportKind = 'polling';
  private everyMs = firstMs;
  /** Kept while connections come and go: some networks end each before it is time to look. */
  private lookedAt: number | null = null;

  constructor(
    private readonly transports: Transports,
    private readonly found: (better: Better) => void,
  ) {}

  start(kind: TransportKind): void {
    this.stop();
    this.kind = kind;
    this.lookedAt ??= Date.now();
    this.timer = setInterval(() => this.tick(), tickMs);
  }

  stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  async look(): Promise<void> {
    if (this.timer === undefined || this.looking) return;
    this.looking = true;
    this.lookedAt = Date.now();
    const better = await this.better().catch(() => null);
    this.looking = false;
    if (better !== null && this.isBetter(better)) this.take(better);
  }

  /** The connection may be another one by now, and have found that way by itself. */
  private isBetter(better: Better): boolean {
    return this.timer !== undefined && (better === 'native' || this.kind === 'polling');
  }

  private tick(): void {
    const due = Date.now() - (this.lookedAt ?? 0) >= this.everyMs;
    if (due && document.visibilityState === 'visible') this.look();
  }

  /** Should it prove worse after all, the next change comes later. */
  private take(better: Better): void {
    this.everyMs = Math.min(2 * this.everyMs, everyMsMax);
    this.lookedAt = null;
    this.found(better);
  }

  private async better(): Promise<Better | null> {
    if (await proveTransport(this.transports.native)) return 'native';
    const streams = this.kind === 'polling' && (await this.transports.streamsPass?.());
    return streams === true ? 'fallback' : null;
  }
}
