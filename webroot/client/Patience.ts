import { backoffMs } from './backoff';
import { comeBack } from './closeCodes';

const laterMs = 60_000;

/** How long to wait before the next attempt, after what has gone wrong so far. */
export class Patience {
  /** The token known is no longer good. */
  tokenRefused = false;
  private failures = 0;
  private goodbyeMs: number | null = null;

  constructor(private readonly random?: () => number) {}

  /** The server is about to go and has said when to come back. */
  goodbye(ms: number): void {
    this.goodbyeMs = ms;
  }

  get goodbyeSaid(): boolean {
    return this.goodbyeMs !== null;
  }

  welcomed(): void {
    this.goodbyeMs = null;
  }

  lasted(): void {
    this.failures = 0;
    this.tokenRefused = false;
  }

  networkChanged(): void {
    this.failures = 0;
  }

  /** In milliseconds; `reached`: somebody had answered. */
  afterLoss(closeCode: number, reached: boolean): number {
    const answer = comeBack(closeCode);
    // The first refusal may mean a token that has just run out; a second in a row backs off like any failure.
    const freshAtOnce = answer === 'with-fresh-token' && !this.tokenRefused;
    this.tokenRefused ||= answer === 'with-fresh-token';
    if (freshAtOnce) return 0;
    const delayMs = this.goodbyeMs ?? backoffMs(this.failures, reached, this.random);
    const later = answer === 'later' && !this.goodbyeSaid;
    this.goodbyeMs = null;
    this.failures += 1;
    return later ? laterMs + delayMs : delayMs;
  }
}
