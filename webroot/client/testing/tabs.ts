import { Outbox } from '../Outbox';
import type { CommandError } from '../protocol';
import { MemoryStore } from '../store/MemoryStore';
import type { KeptOperation } from '../store/OperationStore';
import type { TabLife, TabLifeEvents } from '../tabs/TabLife';
import type { News, TabNews } from '../tabs/TabNews';
import { Tabs } from '../tabs/Tabs';

/** A browser with several tabs of one person, without the browser. */
export class FakeBrowser {
  readonly kept = new Map<string, KeptOperation>();
  /** What went out on the wire, as `tab:operation`. */
  readonly wire: string[] = [];
  private readonly tabs = new Map<string, FakeTab>();
  private readonly watchers: { tab: string; by: string; then: () => void }[] = [];

  async open(name: string): Promise<FakeTab> {
    const tab = new FakeTab(name, this);
    this.tabs.set(name, tab);
    await settle();
    return tab;
  }

  say(news: News, from: string): void {
    for (const [name, tab] of this.tabs) {
      if (name !== from) queueMicrotask(() => tab.awake && tab.hear(structuredClone(news)));
    }
  }

  watch(tab: string, by: string, then: () => void): void {
    this.watchers.push({ tab, by, then });
    this.tellGone();
  }

  forget(by: string): void {
    for (const { tab } of this.watchers.filter((watcher) => watcher.by === by)) {
      this.watchers.splice(
        this.watchers.findIndex((watcher) => watcher.by === by && watcher.tab === tab),
        1,
      );
    }
  }

  /** Crashed, closed or frozen: it does nothing any more and says nothing of it. */
  async lose(tab: FakeTab): Promise<void> {
    tab.awake = false;
    this.forget(tab.name);
    this.tellGone();
    await settle();
  }

  private tellGone(): void {
    for (const watcher of [...this.watchers]) {
      if (this.tabs.get(watcher.tab)?.awake) continue;
      this.watchers.splice(this.watchers.indexOf(watcher), 1);
      queueMicrotask(watcher.then);
    }
  }
}

export class FakeTab implements TabLife, TabNews {
  awake = true;
  attended = true;
  connected = false;
  retries = 0;
  readonly rejected: string[] = [];
  readonly outbox: Outbox;
  private events: TabLifeEvents | null = null;
  private listener: (news: News) => void = () => undefined;

  constructor(
    readonly name: string,
    private readonly browser: FakeBrowser,
  ) {
    this.outbox = new Outbox({
      send: (message) => {
        if (this.connected && 'id' in message) browser.wire.push(`${name}:${message.id}`);
        return this.connected;
      },
      tabs: new Tabs({
        tab: name,
        openStore: async () => new MemoryStore(browser.kept),
        lastResort: null,
        life: this,
        news: this,
      }),
      position: () => null,
      isAttended: () => this.attended,
      retry: () => this.retries++,
      onChange: () => undefined,
      onRejected: ({ id }) => this.rejected.push(id),
    });
  }

  get alive(): boolean {
    return this.awake && this.events !== null;
  }

  get pending(): string[] {
    return this.outbox.pending('w').map(({ id }) => id);
  }

  async begin(events: TabLifeEvents): Promise<void> {
    this.events = events;
  }

  connect(): Promise<void> {
    this.connected = true;
    this.outbox.reconnected();
    return settle();
  }

  refuse(id: string, code = 'forbidden'): Promise<void> {
    const error: CommandError = { type: 'error', id, code, message: '' };
    this.outbox.failed(error);
    return settle();
  }

  /** Thawed: a frozen tab goes on where it was. */
  async wake(): Promise<void> {
    this.awake = true;
    this.events?.awoken();
    await settle();
  }

  whenGone(tab: string, then: () => void): void {
    this.browser.watch(tab, this.name, then);
  }

  listen(hear: (news: News) => void): void {
    this.listener = hear;
  }

  hear(news: News): void {
    this.listener(news);
  }

  say(news: News): void {
    if (this.awake) this.browser.say(news, this.name);
  }

  end(): void {
    this.browser.lose(this);
  }

  close(): void {
    this.listener = () => undefined;
  }
}

/** Until everything that was begun has been done. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
