/** The token in what somebody pasted: a whole link of this server, its path, or the token itself. */
export function inviteTokenIn(pasted: string, host: string): string | null {
  const text = pasted.trim();
  if (/^[\w-]{10,}$/.test(text)) return text;
  const path = text.startsWith('/') ? text : pathOn(text, host);
  return /^\/join\/([^/?#\s]+)\/?$/.exec(path ?? '')?.[1] ?? null;
}

function pathOn(address: string, host: string): string | null {
  try {
    const url = new URL(/^https?:\/\//i.test(address) ? address : `https://${address}`);
    return url.host === host ? url.pathname : null;
  } catch {
    return null;
  }
}
