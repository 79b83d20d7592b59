import { beatSeconds, Cuts } from './Cuts';
import { comeBack, isServersOwn, type Loss, lostLine, reasonOf } from './closeCodes';
import { Heart } from './Heart';
import type { LiveState } from './liveState';
import { Patience } from './Patience';
import { type ClientMessage, parseMessage, type ServerMessage, type Welcome } from './protocol';
import { Surroundings } from './Surroundings';
import { type Failure, TransportChoice, type Transports } from './TransportChoice';
import type { Transport, TransportKind } from './transports';
import { type Better, WayBack } from './WayBack';

export type { LiveState } from './liveState';

export interface LiveSocketOptions {
  transports: Transports;
  /** An access token; `fresh`: the one known is no longer good. `null`: nobody is signed in any more. */
  token: (fresh: boolean) => Promise<string | null>;
  onMessage: (message: ServerMessage) => void;
  onState: (state: LiveState) => void;
  random?: () => number;
}

const tokenMsMax = 25_000;
const webSocketMsMax = 5_000;
/** SockJS tries up to three transports one after the other. */
const sockJsMsMax = 20_000;
const welcomeMsMax = 10_000;
const stableMs = 10_000;
const wrongClockMs = 5 * 60_000;
const refreshAheadMs = 60_000;

/** One connection that is kept: opens, says who it is, beats, and comes back when it may. */
export class LiveSocket {
  private state: LiveState = { kind: 'idle' };
  private phase: 'idle' | 'connecting' | 'live' | 'waiting' | 'stopped' = 'idle';
  private transport: Transport | null = null;
  private kind: TransportKind = 'websocket';
  private openedAt: number | null = null;
  private lastPassedAt = 0;
  private loss: Loss | null = null;
  /** Counts connections, so that an answer that was asked for by an earlier one is told apart. */
  private call = 0;
  private active = true;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private renewal: ReturnType<typeof setTimeout> | undefined;
  private readonly patience: Patience;
  private readonly cuts = new Cuts();
  private readonly choice: TransportChoice;
  private readonly wayBack: WayBack;
  private readonly heart = new Heart({
    beat: () => this.send(this.active ? { type: 'heartbeat' } : { type: 'heartbeat', active: false }),
    silent: () => this.abandon('silent'),
  });
  private readonly surroundings = new Surroundings({
    networkLost: () => this.networkLost(),
    networkChanged: () => this.networkChanged(),
    awake: () => this.awake(),
  });

  constructor(private readonly options: LiveSocketOptions) {
    this.patience = new Patience(options.random);
    this.choice = new TransportChoice(options.transports);
    this.wayBack = new WayBack(options.transports, (better) => this.change(better));
  }

  open(): void {
    if (this.phase !== 'idle' && this.phase !== 'stopped') return;
    this.surroundings.start();
    this.connect();
  }

  close(): void {
    this.end({ kind: 'stopped', reason: 'closed' });
  }

  /** Tries now instead of when its time has come. */
  retry(): void {
    if (this.phase === 'waiting') this.connect();
    else if (this.state.kind === 'stopped' && this.state.reason === 'refused') this.open();
  }

  /** Whether it went out. What did not has to be sent again once the state is `live`. */
  send(message: ClientMessage): boolean {
    if (this.phase !== 'live' || this.transport === null) return false;
    this.lastPassedAt = Date.now();
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
    this.forgetTransport();
    const call = this.call;
    this.enter('connecting', { kind: 'connecting', loss: this.loss });
    this.timer = setTimeout(() => this.lost(lostLine), tokenMsMax);
    const token = await this.options.token(this.patience.tokenRefused).catch(() => undefined);
    if (call !== this.call) return;
    if (token === null) this.end({ kind: 'stopped', reason: 'signed-out' });
    else if (token === undefined) this.lost(lostLine);
    else this.openTransport(token);
  }

  private openTransport(token: string): void {
    clearTimeout(this.timer);
    const call = this.call;
    const msMax = this.choice.detour === null ? webSocketMsMax : sockJsMsMax;
    this.timer = setTimeout(() => this.abandon('unanswered'), msMax);
    this.transport = this.choice.current({
      opened: (kind) => call === this.call && this.opened(kind, token),
      received: (text) => call === this.call && this.receive(text),
      closed: (code) => call === this.call && this.lost(code, this.failureIn(code)),
    });
  }

  private opened(kind: TransportKind, token: string): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.abandon('silent'), welcomeMsMax);
    this.kind = kind;
    this.openedAt = Date.now();
    this.transport?.send(JSON.stringify({ type: 'auth', token }));
  }

  private receive(text: string): void {
    this.lastPassedAt = Date.now();
    this.heart.heard();
    const message = parseMessage(text);
    if (message === null) return;
    if (message.type === 'welcome') this.welcomed(message);
    if (message.type === 'authenticated') this.renewBefore(message.expires_at);
    if (message.type === 'goodbye') this.patience.goodbye(message.data.reconnect_after_ms);
    if (message.type === 'closing') return this.closing(message.code);
    this.options.onMessage(message);
  }

  /** SockJS cannot carry a close code, so it comes ahead. */
  private closing(code: number): void {
    const dead = this.transport;
    this.lost(code);
    dead?.close();
  }

  private welcomed({ data }: Welcome): void {
    clearTimeout(this.timer);
    this.patience.welcomed();
    this.loss = null;
    // A server that lets one in only to hang up again must not be called upon without pause.
    this.timer = setTimeout(() => this.lasted(), stableMs);
    const cuts = this.cuts.pattern;
    this.heart.start(beatSeconds(data.heartbeat_interval, cuts));
    this.renewBefore(data.expires_at);
    const { detour } = this.choice;
    this.enter('live', { kind: 'live', transport: this.kind, detour, cuts });
    if (detour !== null) this.wayBack.start(this.kind);
    if (!this.active) this.sayActive();
  }

  private lasted(): void {
    this.patience.lasted();
    this.choice.lasted();
  }

  private renewBefore(expiresAt: string | undefined): void {
    clearTimeout(this.renewal);
    if (expiresAt === undefined) return;
    const leftMs = Date.parse(expiresAt) - Date.now();
    // A device whose clock is ahead takes every new token for an old one.
    const inMs = leftMs > 0 ? Math.max(leftMs - refreshAheadMs, leftMs / 2, 1000) : wrongClockMs;
    this.renewal = setTimeout(() => this.renew(), inMs);
  }

  private async renew(): Promise<void> {
    const call = this.call;
    const token = await this.options.token(true).catch(() => undefined);
    if (call !== this.call) return;
    if (token === null) this.end({ kind: 'stopped', reason: 'signed-out' });
    else if (token !== undefined) this.send({ type: 'auth', token });
  }

  /** Says nothing about WebSockets where the server itself has closed, or the line was there for long. */
  private failureIn(code: number): Failure | null {
    if (isServersOwn(code) || this.patience.goodbyeSaid) return null;
    if (this.openedAt === null) return 'refused';
    return Date.now() - this.openedAt < stableMs ? 'cut' : null;
  }

  private abandon(failure: Failure): void {
    const dead = this.transport;
    this.lost(lostLine, this.phase === 'live' ? null : failure, failure === 'silent');
    dead?.close();
  }

  private lost(code: number, failure: Failure | null = null, silent = false): void {
    this.noteCut(code, silent);
    const reached = this.openedAt !== null;
    const cause = silent ? 'silent' : reached ? 'cut' : 'unreachable';
    const reason = reasonOf(code) ?? (this.patience.goodbyeSaid ? 'restart' : cause);
    const loss: Loss = { reason, closeCode: code };
    this.forgetTransport();
    if (comeBack(code) === 'never') return this.end({ kind: 'stopped', reason: 'refused', loss });
    this.waitAfter(loss, reached);
    if (failure !== null) this.choice.failed(failure);
  }

  private noteCut(code: number, silent: boolean): void {
    const broken = reasonOf(code) === undefined && !silent && !this.patience.goodbyeSaid;
    if (!broken || this.phase !== 'live' || this.openedAt === null) return;
    const now = Date.now();
    this.cuts.note({ ageMs: now - this.openedAt, quietMs: now - this.lastPassedAt });
  }

  private waitAfter(loss: Loss, reached: boolean): void {
    const delayMs = this.patience.afterLoss(loss.closeCode, reached);
    this.loss = loss;
    this.enter('waiting', { kind: 'waiting', retryAt: Date.now() + delayMs, loss });
    this.timer = setTimeout(() => this.connect(), delayMs);
  }

  private end(state: LiveState): void {
    const transport = this.transport;
    this.forgetTransport();
    transport?.close();
    this.surroundings.stop();
    this.enter('stopped', state);
  }

  private forgetTransport(): void {
    clearTimeout(this.timer);
    clearTimeout(this.renewal);
    this.heart.stop();
    this.wayBack.stop();
    this.call += 1;
    this.transport = null;
    this.openedAt = null;
  }

  /** A better way is free: the one that works is left for it in one step. */
  private change(better: Better): void {
    if (better === 'native') this.choice.startOver();
    this.beginAnew();
  }

  private beginAnew(): void {
    const left = this.transport;
    this.connect();
    left?.close();
  }

  private networkLost(): void {
    if (this.phase === 'connecting' || this.phase === 'waiting') this.tell({ kind: 'offline' });
    this.heart.probe();
  }

  /** What was begun on the network before leads nowhere; what is open may have survived. */
  private networkChanged(): void {
    this.patience.networkChanged();
    if (this.phase === 'live') {
      this.heart.probe();
      this.wayBack.look();
      return;
    }
    this.choice.startOver();
    if (this.phase === 'connecting') this.beginAnew();
    else this.retry();
  }

  private awake(): void {
    if (this.phase === 'waiting' && this.loss?.reason !== 'too-fast') this.connect();
    this.heart.probe();
  }

  private enter(phase: LiveSocket['phase'], state: LiveState): void {
    this.phase = phase;
    const away = (phase === 'connecting' || phase === 'waiting') && !navigator.onLine;
    this.tell(away ? { kind: 'offline' } : state);
  }

  private tell(state: LiveState): void {
    this.state = state;
    this.options.onState(state);
  }
}
