import type { OpenTransport } from './transports';

export interface Transports {
  native: OpenTransport;
  fallback: OpenTransport;
  /** Whether the fallback's endpoint answers at all: tells a blocked WebSocket from a server that is down. */
  fallbackAnswers: () => Promise<boolean>;
  /** Whether a stream over HTTP gets through, where polling is what works. */
  streamsPass?: () => Promise<boolean>;
}

/**
 * What went wrong with a connection. `refused`: it was not opened; `unanswered`: nobody said yes or no;
 * `silent`: it opened, and nothing came; `cut`: it was let in, and cut within seconds.
 */
export type Failure = 'refused' | 'unanswered' | 'silent' | 'cut';

/** Together they decide: two refusals do, one that nobody answered in all its time, and three cuts. */
const weights: Record<Failure, number> = { refused: 3, unanswered: 6, silent: 3, cut: 2 };
const enough = 6;
const fallbackFailuresMax = 2;

/** Native WebSocket, until it has failed again and again while plain HTTP got through. */
export class TransportChoice {
  /** Why it is not a WebSocket; `null`: it is one. */
  detour: Failure | null = null;
  private weight = 0;
  private fallbackFailures = 0;
  /** What was under way before the last new start counts no more. */
  private round = 0;

  constructor(private readonly transports: Transports) {}

  get current(): OpenTransport {
    return this.detour === null ? this.transports.native : this.transports.fallback;
  }

  /** A connection that was let in and stays. */
  lasted(): void {
    this.round += 1;
    this.weight = 0;
    this.fallbackFailures = 0;
  }

  /** Only what fails while HTTP gets through says something about WebSockets. */
  async failed(failure: Failure): Promise<void> {
    if (this.detour !== null) return this.fallbackFailed();
    const round = this.round;
    const answers = await this.transports.fallbackAnswers().catch(() => false);
    if (!answers || round !== this.round) return;
    this.weight += weights[failure];
    if (this.weight >= enough) this.detour = failure;
  }

  /** Another network may let WebSockets through. */
  startOver(): void {
    this.lasted();
    this.detour = null;
  }

  /** Where neither works nobody knows which will first: they take turns. */
  private fallbackFailed(): void {
    this.fallbackFailures += 1;
    if (this.fallbackFailures >= fallbackFailuresMax) this.startOver();
  }
}
