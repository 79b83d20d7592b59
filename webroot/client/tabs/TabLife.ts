import type { Id } from '../model';

export interface TabLifeEvents {
  /** The tab was frozen or set aside, for others as good as dead, and is back. */
  awoken(): void;
}

/** The sign that this tab lives, and how it learns that another does not any more. */
export interface TabLife {
  /** Whether the others take this tab for a living one. While they do not, its work may have gone over to them. */
  readonly alive: boolean;

  /** Resolves once the others can see it. */
  begin(events: TabLifeEvents): Promise<void>;

  /** Runs `then` once, when the tab is gone: closed, crashed, or frozen. */
  whenGone(tab: Id, then: () => void): void;

  /** This tab lives on, for others it is gone. */
  end(): void;
}

export function lifeName(tab: Id): string {
  return `tandem.tab.${tab}`;
}
