import type { CutPattern } from './Cuts';
import type { Loss } from './closeCodes';
import type { Failure } from './TransportChoice';
import type { TransportKind } from './transports';

export type LiveState =
  | { kind: 'idle' }
  /** `loss`: why there is no connection any more; `null`: there was none yet. */
  | { kind: 'connecting'; loss: Loss | null }
  /** `detour`: why it is not a WebSocket. `cuts`: somebody on the way ends connections by the clock. */
  | { kind: 'live'; transport: TransportKind; detour: Failure | null; cuts: CutPattern | null }
  /** `retryAt` in milliseconds since 1970. */
  | { kind: 'waiting'; retryAt: number; loss: Loss }
  /** The device has no network. It is tried all the same: browsers err in this. */
  | { kind: 'offline' }
  /** For good: `refused` by a close code that says so, or `signed-out`. */
  | { kind: 'stopped'; reason: 'closed' | 'signed-out' }
  | { kind: 'stopped'; reason: 'refused'; loss: Loss };
