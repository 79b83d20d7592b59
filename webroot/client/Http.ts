import { ApiError } from './ApiError';
import type { Session } from './Session';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

const timeoutMs = 20_000;

/** Browsers keep 64 KiB at most of what pages that went away have under way. */
const outlivingLengthMax = 16_000;

/** One request. Answers with the parsed body, `undefined` for 204; fails with an `ApiError`. */
export async function request<Body>(
  method: Method,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Body> {
  const text = body === undefined ? null : JSON.stringify(body);
  const response = await fetch(path, {
    method,
    headers: body === undefined ? headers : { 'Content-Type': 'application/json', ...headers },
    body: text,
    // Who changes something and closes the page at once has changed it.
    keepalive: method !== 'GET' && (text?.length ?? 0) <= outlivingLengthMax,
    signal: AbortSignal.timeout(timeoutMs),
  }).catch(() => {
    throw ApiError.network();
  });
  if (!response.ok) throw await ApiError.from(response);
  return response.status === 204 ? (undefined as Body) : ((await response.json()) as Body);
}

/** Longer than this nobody waits for an answer: whoever asked is told. */
const pauseMsMax = 15_000;
const againMax = 3;

const later = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Requests in the name of who is signed in, with a fresh token where the old one ran out. */
export class Http {
  constructor(private readonly session: Session) {}

  async request<Body>(method: Method, path: string, body?: unknown, operationId?: string): Promise<Body> {
    const token = await this.session.accessToken();
    try {
      return await this.send(method, path, body, token, operationId);
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'unauthorized' || token === null) throw error;
      return this.send(method, path, body, await this.session.accessToken(token), operationId);
    }
  }

  /** Who was too fast goes on a little later, as if nothing had been. */
  private async send<Body>(
    method: Method,
    path: string,
    body: unknown,
    token: string | null,
    operationId?: string,
    again = againMax,
  ): Promise<Body> {
    try {
      return await this.sendNow(method, path, body, token, operationId);
    } catch (error) {
      const pauseMs = error instanceof ApiError ? error.retryAfterMs : null;
      if (pauseMs === null || pauseMs > pauseMsMax || again === 0) throw error;
      await later(pauseMs);
      return this.send(method, path, body, token, operationId, again - 1);
    }
  }

  private sendNow<Body>(
    method: Method,
    path: string,
    body: unknown,
    token: string | null,
    operationId?: string,
  ): Promise<Body> {
    const headers: Record<string, string> = {};
    if (token !== null) headers.Authorization = `Bearer ${token}`;
    if (operationId !== undefined) headers['Idempotency-Key'] = operationId;
    return request(method, path, body, headers);
  }
}
