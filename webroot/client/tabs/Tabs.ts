import type { Id } from '../model';
import type { LocalStore } from '../store/LocalStore';
import type { KeptOperation, OperationStore } from '../store/OperationStore';
import { Writing } from '../store/Writing';
import type { TabLife } from './TabLife';
import type { News, TabNews } from './TabNews';

export interface TabsPorts {
  tab: Id;
  openStore: () => Promise<OperationStore>;
  /** For what a closing page has no time to write into the store. */
  lastResort: LocalStore | null;
  life: TabLife;
  news: TabNews;
}

/** What the outbox hears of the other tabs and of what is kept. */
export interface TabsListener {
  /** Everything that is kept, on starting and on coming back. Of what is known here some `isNewer`. */
  stored(kept: readonly KeptOperation[], isNewer: (known: KeptOperation) => boolean): void;
  /** From now on this tab may send. */
  started(): void;
  /** All that another tab has under way. */
  others(tab: Id, kept: readonly KeptOperation[]): void;
  /** These are this tab's now. */
  adopted(kept: readonly KeptOperation[]): void;
  answeredElsewhere(id: Id, seq: number | null, version: number): void;
  /** Another tab has a connection. */
  connectedElsewhere(): void;
  /** Another tab, which somebody looks at, offers to tell of a refusal. */
  offered(id: Id, tab: Id): void;
  given(kept: KeptOperation): void;
  /** What belongs to a tab, as far as is known here. */
  ownedBy(tab: Id): readonly KeptOperation[];
}

/** This tab among the others of the same person: what it has under way is kept, shown by all, and sent by one. */
export class Tabs {
  /** Until everything kept is known nothing is sent, because it may have to go first. */
  private started = false;
  private ended = false;
  private announced = false;
  private store: OperationStore | null = null;
  private listener: TabsListener | null = null;
  private readonly writing: Writing;
  private readonly watched = new Set<Id>();
  private readonly heardFrom = new Set<Id>();

  constructor(private readonly ports: TabsPorts) {
    this.writing = new Writing(ports.lastResort);
  }

  get tab(): Id {
    return this.ports.tab;
  }

  get maySend(): boolean {
    return this.started && this.ports.life.alive;
  }

  async start(listener: TabsListener): Promise<void> {
    this.listener = listener;
    this.ports.news.listen((news) => this.hear(news));
    window.addEventListener('pagehide', this.closing);
    window.addEventListener('pageshow', this.shown);
    await this.ports.life.begin({ awoken: () => this.load() });
    const store = await this.ports.openStore();
    if (this.ended) return store.close();
    this.store = store;
    await this.load();
  }

  keep(kept: readonly KeptOperation[]): void {
    this.writing.put(kept);
  }

  forget(ids: readonly Id[]): void {
    this.writing.remove(ids);
  }

  /** Whether what this tab has under way outlives it. */
  rescue(): boolean {
    return this.writing.rescue();
  }

  /** Tells the others what is under way here, once per turn of the event loop. */
  announce(): void {
    if (this.announced || !this.started) return;
    this.announced = true;
    queueMicrotask(() => {
      this.announced = false;
      if (this.ended || this.listener === null) return;
      this.say({ kind: 'mine', tab: this.tab, kept: this.listener.ownedBy(this.tab) });
    });
  }

  say(news: News): void {
    if (!this.ended) this.ports.news.say(news);
  }

  end(): void {
    this.ended = true;
    window.removeEventListener('pagehide', this.closing);
    window.removeEventListener('pageshow', this.shown);
    this.ports.news.close();
    this.writing.end();
    this.ports.life.end();
  }

  private async load(): Promise<void> {
    this.started = false;
    this.heardFrom.clear();
    this.watched.clear();
    const kept = await this.store?.load().catch(() => null);
    if (this.ended || this.store === null || this.listener === null) return;
    this.started = true;
    this.writing.begin(this.store);
    // Where nothing can be read, what is known here stands.
    if (kept) this.restore(kept, this.listener);
    for (const { tab } of kept ?? []) this.watch(tab);
    this.listener.started();
    this.say({ kind: 'hello' });
    this.announce();
  }

  /** Newer than what is kept is what was not written yet, and what a tab has said in the meantime. */
  private restore(kept: readonly KeptOperation[], listener: TabsListener): void {
    listener.stored(
      kept.filter(({ tab }) => !this.heardFrom.has(tab)),
      ({ operation, tab }) => this.heardFrom.has(tab) || !this.writing.isWritten(operation.id),
    );
  }

  private hear(news: News): void {
    const { listener } = this;
    if (listener === null || this.ended) return;
    switch (news.kind) {
      case 'hello':
        return this.announce();
      case 'mine':
        this.heardFrom.add(news.tab);
        listener.others(news.tab, news.kept);
        if (news.kept.length > 0) this.watch(news.tab);
        return;
      case 'connected':
        return listener.connectedElsewhere();
      case 'answered':
        return listener.answeredElsewhere(news.id, news.seq, news.version);
      case 'tell':
        return listener.offered(news.id, news.tab);
      case 'given':
        this.watch(news.kept.tab);
        return listener.given(news.kept);
    }
  }

  private watch(tab: Id): void {
    if (tab === this.tab || this.watched.has(tab)) return;
    this.watched.add(tab);
    this.ports.life.whenGone(tab, () => this.adoptFrom(tab));
  }

  private async adoptFrom(tab: Id): Promise<void> {
    this.watched.delete(tab);
    if (this.ended || this.store === null || this.listener === null) return;
    const known = this.listener.ownedBy(tab);
    const adopted = await this.store
      .adopt(tab, this.tab, known)
      .catch(() => known.map((each) => ({ ...each, tab: this.tab })));
    if (!this.ended) this.listener.adopted(adopted);
  }

  private readonly closing = () => this.writing.setClosing(true);

  private readonly shown = () => this.writing.setClosing(false);
}
