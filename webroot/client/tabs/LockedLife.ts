import type { Id } from '../model';
import { lifeName, type TabLife, type TabLifeEvents } from './TabLife';

/**
 * A living tab holds a lock of its own name; who is granted it knows that the tab is gone, at once and however it
 * ended. A frozen tab would hold it on, so it lets go before it freezes.
 */
export class LockedLife implements TabLife {
  alive = false;
  private events: TabLifeEvents | null = null;
  private release: (() => void) | null = null;
  private watch = new AbortController();

  constructor(
    private readonly tab: Id,
    private readonly locks: LockManager = navigator.locks,
  ) {}

  async begin(events: TabLifeEvents): Promise<void> {
    this.events = events;
    document.addEventListener('freeze', this.letGo);
    document.addEventListener('resume', this.comeBack);
    window.addEventListener('pagehide', this.setAside);
    window.addEventListener('pageshow', this.comeBack);
    await this.hold();
  }

  whenGone(tab: Id, then: () => void): void {
    const { signal } = this.watch;
    // It is refused only when this tab itself ends or freezes.
    this.locks.request(lifeName(tab), { signal }, then).catch(() => undefined);
  }

  end(): void {
    this.events = null;
    document.removeEventListener('freeze', this.letGo);
    document.removeEventListener('resume', this.comeBack);
    window.removeEventListener('pagehide', this.setAside);
    window.removeEventListener('pageshow', this.comeBack);
    this.letGo();
  }

  private hold(): Promise<void> {
    return new Promise((held) => {
      const whileAlive = new Promise<void>((release) => {
        this.release = release;
      });
      const { release } = this;
      const granted = () => {
        this.alive = this.release === release;
        held();
        return whileAlive;
      };
      // Refused only to a page that is going; what it has still to say goes out all the same.
      this.locks.request(lifeName(this.tab), granted).catch(granted);
    });
  }

  private readonly letGo = () => {
    this.alive = false;
    this.release?.();
    this.release = null;
    this.watch.abort();
    this.watch = new AbortController();
  };

  private readonly setAside = (event: PageTransitionEvent) => {
    if (event.persisted) this.letGo();
  };

  private readonly comeBack = async () => {
    if (this.release !== null) return;
    await this.hold();
    this.events?.awoken();
  };
}
