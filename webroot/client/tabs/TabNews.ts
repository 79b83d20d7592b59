import type { Id } from '../model';
import type { KeptOperation } from '../store/OperationStore';

/** What the tabs of one person tell each other. */
export type News =
  /** Somebody new, or back: everybody says what they have. */
  | { kind: 'hello' }
  /** All that a tab has under way. It replaces what it said before. */
  | { kind: 'mine'; tab: Id; kept: readonly KeptOperation[] }
  /** The server can be reached: whoever waits to try again need not. */
  | { kind: 'connected' }
  /** The server has done it; `seq` and `version` as in its answer, `null` and 0 where it has none. */
  | { kind: 'answered'; id: Id; seq: number | null; version: number }
  /** Nobody looks at the tab that would have to tell of this refusal; `tab` can. */
  | { kind: 'tell'; id: Id; tab: Id }
  /** A refusal goes over to the tab in it. */
  | { kind: 'given'; kept: KeptOperation };

export interface TabNews {
  listen(hear: (news: News) => void): void;
  say(news: News): void;
  close(): void;
}

/** Over a channel that only this person's tabs are on. */
export class ChannelNews implements TabNews {
  private readonly channel: BroadcastChannel;

  constructor(userId: Id) {
    this.channel = new BroadcastChannel(`tandem.outbox.${userId}`);
  }

  listen(hear: (news: News) => void): void {
    this.channel.onmessage = ({ data }: MessageEvent<News>) => hear(data);
  }

  say(news: News): void {
    this.channel.postMessage(news);
  }

  close(): void {
    this.channel.close();
  }
}
