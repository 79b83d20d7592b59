import { backoffMs } from './backoff';
import { type ComeBack, comeBack } from './closeCodes';
import { Heart } from './Heart';
import { type ClientMessage, parseMessage, type ServerMessage, type Welcome } from './protocol';
import { TransportChoice, type Transports } from './TransportChoice';
import type { Transport, TransportKind } from './transports';

export type LiveState =
  | { kind: 'idle' }
  | { kind: 'connecting' }
  | { kind: 'live'; transport: TransportKind }
  /** `retryAt` in milliseconds since 1970. */
  | { kind: 'waiting'; retryAt: number; closeCode: number }
  | { kind: 'offline' }
  /** For good: `refused` by a close code that says so, or `signed-out`. */
  | { kind: 'stopped'; reason: 'closed' | 'refused' | 'signed-out' };

export interface LiveSocketOptions {
  transports: Transports;
  /** An access token; `fresh`: the one known is no longer good. `null`: nobody is signed in any more. */
  token: (fresh: boolean) => Promise<string | null>;
  onMessage: (message: ServerMessage) => void;
  onState: (state: LiveState) => void;
  random?: () => number;
}

const welcomeMsMax = 10_000;
const stableMs = 5_000;
const laterMs = 60_000;
const refreshAheadMs = 60_000;
const lostLine = 1006;

/** One connection that is kept: opens, says who it is, beats, and comes back when it may. */
export class LiveSocket {
  private state: LiveState = { kind: 'idle' };
  private transport: Transport | null = null;
  private kind: TransportKind = 'websocket';
  private attempt = 0;
  private tokenRefused = false;
  private active = true;
  private goodbyeMs: number | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private renewal: ReturnType<typeof setTimeout> | undefined;
  private readonly choice: TransportChoice;
  private readonly heart = new Heart({
    beat: () => this.send(this.active ? { type: 'heartbeat' } : { type: 'heartbeat', active: false }),
    silent: () => this.abandon(true),
  });

  constructor(private readonly options: LiveSocketOptions) {
    this.choice = new TransportChoice(options.transports);
  }

  open(): void {
    if (this.state.kind !== 'idle' && this.state.kind !== 'stopped') return;
    window.addEventListener('online', this.networkChanged);
    window.addEventListener('offline', this.networkLost);
    document.addEventListener('visibilitychange', this.becameVisible);
    this.connect();
  }

  close(): void {
    this.end('closed');
  }

  /** Retries now instead of when its time has come. */
  retry(): void {
    if (this.state.kind === 'waiting' || this.state.kind === 'offline') this.connect();
  }

  /** Whether it went out. What did not has to be sent again once the state is `live`. */
  send(message: ClientMessage): boolean {
    if (this.state.kind !== 'live' || this.transport === null) return false;
    this.transport.send(JSON.stringify(message));
    // The server takes anything but these for a sign that somebody is at this device.
    if (!this.active && message.type !== 'heartbeat' && message.type !== 'auth') this.sayActive();
    return true;
  }

  /** Whether somebody is at this device. Said at once, while away with every heartbeat, and on every new connection. */
  setActive(active: boolean): void {
    this.active = active;
    this.sayActive();
  }

  private sayActive(): void {
    this.send({ type: 'heartbeat', active: this.active });
  }

  private async connect(): Promise<void> {
    clearTimeout(this.timer);
    this.enter({ kind: 'connecting' });
    const token = await this.options.token(this.tokenRefused).catch(() => undefined);
    if (this.state.kind !== 'connecting' || this.transport !== null) return;
    if (token === null) return this.end('signed-out');
    if (token === undefined) return this.waitAfter(lostLine, 'soon', false);
    this.openTransport(token);
  }

  private openTransport(token: string): void {
    let opened = false;
    const transport = this.choice.current({
      opened: (kind) => {
        opened = true;
        this.kind = kind;
        this.choice.opened();
        transport.send(JSON.stringify({ type: 'auth', token }));
      },
      received: (text) => this.transport === transport && this.receive(text),
      closed: (code) => this.transport === transport && this.lost(code, opened),
    });
    this.transport = transport;
    this.timer = setTimeout(() => this.abandon(opened), welcomeMsMax);
  }

  private receive(text: string): void {
    this.heart.heard();
    const message = parseMessage(text);
    if (message === null) return;
    if (message.type === 'welcome') this.welcomed(message);
    if (message.type === 'authenticated') this.renewBefore(message.expires_at);
    if (message.type === 'goodbye') this.goodbyeMs = message.data.reconnect_after_ms;
    if (message.type === 'closing') return this.closing(message.code);
    this.options.onMessage(message);
  }

  /** SockJS cannot carry a close code, so it comes ahead. */
  private closing(code: number): void {
    const dead = this.transport;
    this.lost(code, true);
    dead?.close();
  }

  private welcomed({ data }: Welcome): void {
    clearTimeout(this.timer);
    this.goodbyeMs = null;
    // A server that lets one in only to hang up again must not be called upon without pause.
    this.timer = setTimeout(() => this.forgetFailures(), stableMs);
    this.heart.start(data.heartbeat_interval);
    this.renewBefore(data.expires_at);
    this.enter({ kind: 'live', transport: this.kind });
    if (!this.active) this.sayActive();
  }

  private forgetFailures(): void {
    this.attempt = 0;
    this.tokenRefused = false;
  }

  private renewBefore(expiresAt: string | undefined): void {
    clearTimeout(this.renewal);
    if (expiresAt === undefined) return;
    const leftMs = Date.parse(expiresAt) - Date.now();
    this.renewal = setTimeout(() => this.renew(), Math.max(leftMs - refreshAheadMs, leftMs / 2, 1000));
  }

  private async renew(): Promise<void> {
    const token = await this.options.token(true).catch(() => undefined);
    if (token === null) this.end('signed-out');
    else if (token !== undefined) this.send({ type: 'auth', token });
  }

  private abandon(opened: boolean): void {
    const dead = this.transport;
    this.lost(lostLine, opened);
    dead?.close();
  }

  private async lost(code: number, opened: boolean): Promise<void> {
    this.forgetTransport();
    const answer = comeBack(code);
    if (answer === 'never') return this.end('refused');
    this.waitAfter(code, answer, opened);
    if (!opened) await this.choice.neverOpened();
  }

  private waitAfter(code: number, answer: ComeBack, reached: boolean): void {
    // The first refusal may mean a token that has just run out; a second in a row backs off like any failure.
    const freshAtOnce = answer === 'with-fresh-token' && !this.tokenRefused;
    this.tokenRefused ||= answer === 'with-fresh-token';
    const delayMs = freshAtOnce ? 0 : this.delayMs(answer, reached);
    if (!freshAtOnce) this.attempt += 1;
    this.enter(
      navigator.onLine
        ? { kind: 'waiting', retryAt: Date.now() + delayMs, closeCode: code }
        : { kind: 'offline' },
    );
    this.timer = setTimeout(() => this.connect(), delayMs);
  }

  private delayMs(answer: ComeBack, reached: boolean): number {
    if (this.goodbyeMs !== null) {
      const delayMs = this.goodbyeMs;
      this.goodbyeMs = null;
      return delayMs;
    }
    const jitterMs = backoffMs(this.attempt, reached, this.options.random);
    return answer === 'later' ? laterMs + jitterMs : jitterMs;
  }

  private end(reason: 'closed' | 'refused' | 'signed-out'): void {
    const transport = this.transport;
    this.forgetTransport();
    transport?.close();
    window.removeEventListener('online', this.networkChanged);
    window.removeEventListener('offline', this.networkLost);
    document.removeEventListener('visibilitychange', this.becameVisible);
    this.enter({ kind: 'stopped', reason });
  }

  private forgetTransport(): void {
    clearTimeout(this.timer);
    clearTimeout(this.renewal);
    this.heart.stop();
    this.transport = null;
  }

  private readonly networkChanged = () => {
    this.choice.startOver();
    this.attempt = 0;
    this.retry();
    this.heart.probe();
  };

  private readonly networkLost = () => {
    if (this.state.kind === 'waiting') this.enter({ kind: 'offline' });
    this.heart.probe();
  };

  private readonly becameVisible = () => {
    if (document.visibilityState !== 'visible') return;
    this.retry();
    this.heart.probe();
  };

  private enter(state: LiveState): void {
    this.state = state;
    this.options.onState(state);
  }
}
