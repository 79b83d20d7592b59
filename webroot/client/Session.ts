import { ApiError } from './ApiError';
import { withLock } from './lock';
import type { SignedIn, User } from './model';

interface Tokens {
  access_token: string;
  refresh_token: string;
  /** Milliseconds since 1970, by this device's clock. */
  expires_at: number;
}

interface Stored extends Tokens {
  user: User;
}

const key = 'tandem.session';
const refreshAheadMs = 30_000;

/** Who is signed in on this device, shared by all tabs, and the tokens that prove it. */
export class Session {
  private refreshing: Promise<string | null> | null = null;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly exchange: (refreshToken: string) => Promise<SignedIn>) {
    window.addEventListener('storage', (event) => {
      if (event.key === key || event.key === null) this.tell();
    });
    // A page that was kept in the browser's history has heard of nothing.
    window.addEventListener('pageshow', ({ persisted }) => persisted && this.tell());
  }

  get user(): User | null {
    return this.read()?.user ?? null;
  }

  begin(signedIn: SignedIn): void {
    const { user, access_token, refresh_token, expires_in } = signedIn;
    const stored: Stored = { user, access_token, refresh_token, expires_at: Date.now() + expires_in * 1000 };
    localStorage.setItem(key, JSON.stringify(stored));
    this.tell();
  }

  end(): void {
    localStorage.removeItem(key);
    this.tell();
  }

  rename(user: User): void {
    const stored = this.read();
    if (stored === null) return;
    localStorage.setItem(key, JSON.stringify({ ...stored, user }));
    this.tell();
  }

  /** Hears of sign-in, sign-out and new names, in this tab or another. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /**
   * An access token, `null` when nobody is signed in. With `refused` (a token the server did not take) never that one.
   * Fails with a `network` error when a new one is needed and the server cannot be reached.
   */
  async accessToken(refused?: string): Promise<string | null> {
    const stored = this.read();
    if (stored === null) return null;
    const usable = stored.access_token !== refused && stored.expires_at - Date.now() > refreshAheadMs;
    return usable ? stored.access_token : this.refresh(stored);
  }

  /** A token newer than the one now held. */
  async freshToken(): Promise<string | null> {
    return this.accessToken(this.read()?.access_token);
  }

  private refresh(old: Stored): Promise<string | null> {
    this.refreshing ??= withLock('tandem.refresh', () => this.exchangeUnlessDone(old)).finally(() => {
      this.refreshing = null;
    });
    return this.refreshing;
  }

  /** Refresh tokens are good once. While this tab waited for the lock another may have used it. */
  private async exchangeUnlessDone(old: Stored): Promise<string | null> {
    const stored = this.read();
    if (stored === null) return null;
    if (stored.refresh_token !== old.refresh_token) return stored.access_token;
    try {
      const signedIn = await this.exchange(stored.refresh_token);
      this.begin(signedIn);
      return signedIn.access_token;
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 401) throw error;
      this.end();
      return null;
    }
  }

  private read(): Stored | null {
    try {
      const text = localStorage.getItem(key);
      return text === null ? null : (JSON.parse(text) as Stored);
    } catch {
      return null;
    }
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}
