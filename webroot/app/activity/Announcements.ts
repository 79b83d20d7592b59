import { gathered, type Told } from './gathering';

const gatherMs = 1_000;
const pauseMs = 5_000;

/** Gathers what others do and says it, no oftener than it can be listened to. */
export class Announcements {
  private heard: Told[] = [];
  private saidAt = Number.NEGATIVE_INFINITY;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly say: (text: string) => void) {}

  hear(told: Told): void {
    this.heard.push(told);
    const waitMs = Math.max(gatherMs, this.saidAt + pauseMs - Date.now());
    this.timer ??= setTimeout(() => this.tell(), waitMs);
  }

  close(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.heard = [];
  }

  private tell(): void {
    const text = gathered(this.heard);
    this.close();
    this.saidAt = Date.now();
    this.say(text);
  }
}
