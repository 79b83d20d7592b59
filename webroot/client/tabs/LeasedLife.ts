import type { Id } from '../model';
import { lifeName, type TabLife, type TabLifeEvents } from './TabLife';

const beatMs = 2_000;
/** Browsers let timers of tabs in the background run once a minute. */
const leaseMs = 90_000;

/**
 * For pages that came over plain HTTP from another host, where there are no locks: a lease in localStorage, renewed
 * while the tab lives. A closed tab gives it back, a crashed one is noticed when it has run out.
 */
export class LeasedLife implements TabLife {
  private until = 0;
  private events: TabLifeEvents | null = null;
  private beating: ReturnType<typeof setInterval> | undefined;
  private readonly watched = new Map<Id, () => void>();

  constructor(
    private readonly tab: Id,
    private readonly storage: Storage = localStorage,
  ) {}

  get alive(): boolean {
    return Date.now() < this.until;
  }

  async begin(events: TabLifeEvents): Promise<void> {
    this.events = events;
    this.renew();
    this.beating = setInterval(() => this.beat(), beatMs);
    window.addEventListener('pagehide', this.setAside);
    window.addEventListener('pageshow', this.comeBack);
    window.addEventListener('storage', this.look);
  }

  whenGone(tab: Id, then: () => void): void {
    this.watched.set(tab, then);
    this.look();
  }

  end(): void {
    clearInterval(this.beating);
    window.removeEventListener('pagehide', this.setAside);
    window.removeEventListener('pageshow', this.comeBack);
    window.removeEventListener('storage', this.look);
    this.watched.clear();
    this.giveBack();
    this.until = 0;
  }

  private beat(): void {
    const lapsed = !this.alive;
    this.renew();
    if (lapsed) this.events?.awoken();
    this.look();
  }

  private renew(): void {
    this.until = Date.now() + leaseMs;
    try {
      this.storage.setItem(lifeName(this.tab), String(this.until));
    } catch {
      // No room: others may send what this tab sends too, and the server does nothing twice.
    }
  }

  private giveBack(): void {
    this.storage.removeItem(lifeName(this.tab));
  }

  /** Also when another tab has just given its lease back. */
  private readonly look = () => {
    for (const [tab, then] of this.watched) {
      if (Number(this.storage.getItem(lifeName(tab)) ?? 0) > Date.now()) continue;
      this.storage.removeItem(lifeName(tab));
      this.watched.delete(tab);
      then();
    }
  };

  /** What is said while the page closes may still go out. */
  private readonly setAside = (event: PageTransitionEvent) => {
    this.giveBack();
    if (event.persisted) this.until = 0;
  };

  private readonly comeBack = () => {
    if (!this.alive) this.beat();
  };
}
