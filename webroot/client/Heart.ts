const graceMs = 10_000;
const probeMs = 5_000;
/** A timer that comes so late did not run: the device slept, and nobody could have been heard. */
const sleptMs = 3_000;

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
  private probing = false;

  constructor(private readonly events: HeartEvents) {}

  start(intervalSeconds: number): void {
    this.stop();
    this.intervalMs = intervalSeconds * 1000;
    this.beating = setInterval(() => this.events.beat(), this.intervalMs);
    this.heard();
  }

  heard(): void {
    this.probing = false;
    if (this.beating !== undefined) this.expectWithin(this.intervalMs + graceMs);
  }

  /** Asks at once, after the device slept or the network changed. */
  probe(): void {
    if (this.beating === undefined || this.probing) return;
    this.probing = true;
    this.events.beat();
    this.expectWithin(probeMs);
  }

  stop(): void {
    clearInterval(this.beating);
    clearTimeout(this.listening);
    this.beating = undefined;
    this.probing = false;
  }

  private expectWithin(ms: number): void {
    clearTimeout(this.listening);
    const dueAt = Date.now() + ms;
    this.listening = setTimeout(() => this.notHeard(Date.now() - dueAt), ms);
  }

  private notHeard(lateMs: number): void {
    if (lateMs > sleptMs && !this.probing) this.probe();
    else this.events.silent();
  }
}
