const msMax = 5_000;

/**
 * The address of a new SockJS session with one of its transports. The server's part of it may be anything; the session has
 * to be one that nobody else has.
 */
export function sockJsSession(sockJs: string): string {
  const session = crypto.getRandomValues(new Uint32Array(2)).join('');
  return `${sockJs}/000/${session}`;
}

/** Whether a stream over HTTP arrives while it is open, instead of all at once when it has ended. */
export async function streamPasses(sockJs: string): Promise<boolean> {
  const ended = new AbortController();
  const timer = setTimeout(() => ended.abort(), msMax);
  try {
    const address = `${sockJsSession(sockJs)}/xhr_streaming`;
    const { ok, body } = await fetch(address, { method: 'POST', signal: ended.signal });
    const first = ok ? await body?.getReader().read() : undefined;
    return (first?.value?.length ?? 0) > 0;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
    ended.abort();
  }
}
