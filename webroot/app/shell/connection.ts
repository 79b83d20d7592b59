import type { LiveState } from '../../client/LiveSocket';
import { texts } from '../texts';

export interface ConnectionWords {
  tone: 'good' | 'slow' | 'trying' | 'bad';
  text: string;
  hint: string;
}

const tooMany = new Set([4409, 4429]);

/** What to say about the connection at a moment (`now` in milliseconds since 1970). */
export function describeConnection(state: LiveState, now: number): ConnectionWords {
  const words = texts.connection;
  switch (state.kind) {
    case 'idle':
    case 'connecting':
      return { tone: 'trying', text: words.connecting, hint: words.waitingHint };
    case 'live':
      return liveWords(state.transport);
    case 'waiting': {
      const seconds = Math.max(0, Math.ceil((state.retryAt - now) / 1000));
      const text = tooMany.has(state.closeCode) ? words.busy(seconds) : words.waiting(seconds);
      return { tone: 'trying', text, hint: words.waitingHint };
    }
    case 'offline':
      return { tone: 'bad', text: words.offline, hint: words.offlineHint };
    case 'stopped':
      return { tone: 'bad', text: words.stopped, hint: words.stoppedHint };
  }
}

function liveWords(transport: 'websocket' | 'streaming' | 'polling'): ConnectionWords {
  const words = texts.connection;
  if (transport === 'polling') return { tone: 'slow', text: words.polling, hint: words.pollingHint };
  const text = transport === 'streaming' ? words.streaming : words.live;
  return { tone: 'good', text, hint: words.liveHint };
}
