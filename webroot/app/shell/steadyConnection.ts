import { create } from 'zustand';
import type { LiveState } from '../../client/liveState';
import { useTandem } from '../state/tandem';

export interface ShownConnection {
  state: LiveState;
  /** Milliseconds since 1970. */
  since: number;
}

const passingMs = 2_000;

/** What passes within two seconds, as a restart of the server does, is not worth anybody's look. */
export class Steadiness {
  private shown: ShownConnection = { state: { kind: 'idle' }, since: Date.now() };
  private held: { state: LiveState; since: number } | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly show: (shown: ShownConnection) => void) {}

  see(state: LiveState): void {
    if (phaseOf(this.shown.state) === 'well' && phaseOf(state) !== 'well') this.hold(state);
    else this.enter({ state, since: this.sinceOf(state) });
  }

  private hold(state: LiveState): void {
    if (state.kind === 'stopped') return this.enter({ state, since: Date.now() });
    if (this.held === null) this.timer = setTimeout(() => this.release(), passingMs);
    this.held = { state, since: this.held?.since ?? Date.now() };
  }

  private release(): void {
    if (this.held !== null) this.enter(this.held);
  }

  private enter(shown: ShownConnection): void {
    clearTimeout(this.timer);
    this.held = null;
    this.shown = shown;
    this.show(shown);
  }

  /** Attempts and waits in turn are one time without a connection. */
  private sinceOf(state: LiveState): number {
    const same = phaseOf(this.shown.state) === phaseOf(state) && state.kind !== 'live';
    return same ? this.shown.since : Date.now();
  }
}

function phaseOf(state: LiveState): 'well' | 'trying' | 'offline' | 'stopped' {
  switch (state.kind) {
    case 'idle':
    case 'live':
      return 'well';
    case 'connecting':
      return state.loss === null ? 'well' : 'trying';
    case 'waiting':
      return 'trying';
    default:
      return state.kind;
  }
}

/** The connection as it is shown: without what passes at once. */
export const useShownConnection = create<ShownConnection>(() => ({
  state: useTandem.getState().connection,
  since: Date.now(),
}));

const steadiness = new Steadiness((shown) => useShownConnection.setState(shown));
useTandem.subscribe(({ connection }, before) => {
  if (connection !== before.connection) steadiness.see(connection);
});
