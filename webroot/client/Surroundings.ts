export interface SurroundingsEvents {
  /** The device has no network any more. */
  networkLost(): void;
  /** There is a network again, or another one. */
  networkChanged(): void;
  /** Somebody looks again, or the device slept: what was true before may not be. */
  awake(): void;
}

/** Not every browser tells of its network (`navigator.connection`), and most tell no type. */
interface NetworkInformation extends EventTarget {
  type?: string;
}

const lookEveryMs = 5_000;
const sleptMs = 15_000;

/** Hears from the browser what may have happened to the network. */
export class Surroundings {
  private readonly network = (navigator as { connection?: NetworkInformation }).connection;
  private networkType = this.network?.type;
  private ticking: ReturnType<typeof setInterval> | undefined;
  private tickedAt = 0;

  constructor(private readonly events: SurroundingsEvents) {}

  start(): void {
    this.stop();
    window.addEventListener('online', this.changed);
    window.addEventListener('offline', this.lost);
    window.addEventListener('focus', this.awake);
    window.addEventListener('pageshow', this.shown);
    document.addEventListener('visibilitychange', this.visible);
    this.network?.addEventListener('change', this.otherNetwork);
    this.tickedAt = Date.now();
    this.ticking = setInterval(this.tick, lookEveryMs);
  }

  stop(): void {
    clearInterval(this.ticking);
    window.removeEventListener('online', this.changed);
    window.removeEventListener('offline', this.lost);
    window.removeEventListener('focus', this.awake);
    window.removeEventListener('pageshow', this.shown);
    document.removeEventListener('visibilitychange', this.visible);
    this.network?.removeEventListener('change', this.otherNetwork);
  }

  private readonly lost = () => this.events.networkLost();
  private readonly changed = () => this.events.networkChanged();
  private readonly awake = () => this.events.awake();

  /** Out of the back/forward cache: sockets were closed on the way in, sometimes without a word. */
  private readonly shown = ({ persisted }: PageTransitionEvent) => {
    if (persisted) this.events.awake();
  };

  private readonly visible = () => {
    if (document.visibilityState === 'visible') this.events.awake();
  };

  /** Told whenever the estimated speed changes as well, which is no reason to begin anew. */
  private readonly otherNetwork = () => {
    const type = this.network?.type;
    if (type === this.networkType) return this.events.awake();
    this.networkType = type;
    this.events.networkChanged();
  };

  private readonly tick = () => {
    const gapMs = Date.now() - this.tickedAt;
    this.tickedAt = Date.now();
    if (gapMs > sleptMs) this.events.awake();
  };
}
