const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart', 'focus'] as const;

/** Notices when nobody has touched this device for a while, and when somebody does again. */
export class Idleness {
  private idle = false;
  private lastSign = Date.now();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly afterMs: number,
    private readonly onChange: (idle: boolean) => void,
  ) {}

  start(): void {
    for (const sign of signs) window.addEventListener(sign, this.sign, { passive: true, capture: true });
    document.addEventListener('visibilitychange', this.becameVisible);
    this.sign();
    this.look();
  }

  stop(): void {
    clearTimeout(this.timer);
    for (const sign of signs) window.removeEventListener(sign, this.sign, { capture: true });
    document.removeEventListener('visibilitychange', this.becameVisible);
  }

  private readonly sign = () => {
    this.lastSign = Date.now();
    if (this.idle) this.enter(false);
  };

  private readonly becameVisible = () => {
    if (document.visibilityState === 'visible') this.sign();
  };

  /** One timer that looks when the time could be over, instead of one for every movement of the mouse. */
  private look(): void {
    clearTimeout(this.timer);
    const leftMs = this.lastSign + this.afterMs - Date.now();
    if (leftMs > 0) this.timer = setTimeout(() => this.look(), leftMs);
    else this.enter(true);
  }

  private enter(idle: boolean): void {
    this.idle = idle;
    this.onChange(idle);
    if (!idle) this.look();
  }
}
