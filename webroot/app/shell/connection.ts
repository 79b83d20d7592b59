import type { LossReason } from '../../client/closeCodes';
import type { LiveState } from '../../client/liveState';
import { texts } from '../texts';

export type Tone = 'good' | 'quiet' | 'slow' | 'trying' | 'bad';

export interface ConnectionWords {
  tone: Tone;
  text: string;
  /** Why it is so, in words a person understands. */
  why: string;
  /** For whoever looks it up. */
  closeCode?: number;
  /** Trying now instead of later can help. */
  canTry: boolean;
}

const words = texts.connection;
/** Shorter waits are over before anybody has read how long they are. */
const countedFromSeconds = 3;

/** What to say about the connection at a moment (`now` in milliseconds since 1970). */
export function describeConnection(state: LiveState, now: number): ConnectionWords {
  switch (state.kind) {
    case 'idle':
      return starting;
    case 'connecting':
      return state.loss === null ? starting : trying(state.loss.reason, 0);
    case 'live':
      return live(state);
    case 'waiting': {
      const seconds = Math.ceil((state.retryAt - now) / 1000);
      return { ...trying(state.loss.reason, seconds), closeCode: state.loss.closeCode };
    }
    case 'offline':
      return { tone: 'bad', text: words.offline, why: words.why.offline, canTry: true };
    case 'stopped':
      return stopped(state);
  }
}

const starting: ConnectionWords = {
  tone: 'quiet',
  text: words.connecting,
  why: words.why.connecting,
  canTry: false,
};

function live({ transport, detour, cuts }: Extract<LiveState, { kind: 'live' }>): ConnectionWords {
  const polling = transport === 'polling';
  const way = detour === null ? words.why.live : `${words.detours[detour]} ${words.ways[transport]}`;
  return {
    tone: polling ? 'slow' : 'good',
    text: polling ? words.polling : transport === 'streaming' ? words.streaming : words.live,
    why: cuts === null ? way : `${way} ${words.cuts[cuts.after](cuts.seconds)}`,
    canTry: false,
  };
}

function trying(reason: LossReason, seconds: number): ConnectionWords {
  const counted = seconds >= countedFromSeconds;
  const inTime = counted ? words.waiting(seconds) : words.reconnecting;
  const tooMany = counted && (reason === 'too-many' || reason === 'too-fast');
  return {
    tone: 'trying',
    text: tooMany ? words[reason](seconds) : inTime,
    why: words.losses[reason],
    canTry: true,
  };
}

function stopped(state: Extract<LiveState, { kind: 'stopped' }>): ConnectionWords {
  const common = { tone: 'bad', text: words.stopped } as const;
  if (state.reason !== 'refused') return { ...common, why: words.why[state.reason], canTry: false };
  const { reason, closeCode } = state.loss;
  return { ...common, why: words.losses[reason], closeCode, canTry: true };
}
