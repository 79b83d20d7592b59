const graceMs = 10_000;
const probeMs = 5_000;

export interface HeartEvents {
  beat(): void;
  /** Nothing was heard for an interval and some grace: the line is dead, whatever the socket says. */
  silent(): void;
}

/** Beats while a socket is open, and notices when no answer comes. */
export class Heart {
  private beating: ReturnType<typeof setInterval> | undefined;
  private listening: ReturnType<typeof setTimeout> | undefined;
  private intervalMs = 30_000;

  constructor(private readonly events: HeartEvents) {}

  start(intervalSeconds: number): void {
    this.stop();
    this.intervalMs = intervalSeconds * 1000;
    this.beating = setInterval(() => this.events.beat(), this.intervalMs);
    this.heard();
  }

  heard(): void {
    if (this.beating !== undefined) this.expectWithin(this.intervalMs + graceMs);
  }

  /** Asks at once, after the device slept or the network changed. */
  probe(): void {
    if (this.beating === undefined) return;
    this.events.beat();
    this.expectWithin(probeMs);
  }

  stop(): void {
    clearInterval(this.beating);
    clearTimeout(this.listening);
    this.beating = undefined;
  }

  private expectWithin(ms: number): void {
    clearTimeout(this.listening);
    this.listening = setTimeout(() => this.events.silent(), ms);
  }
}
