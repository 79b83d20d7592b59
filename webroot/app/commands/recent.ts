const key = 'tandem.recent-commands';
const rememberedMax = 20;

/** The ids of what was chosen lately in this browser, the latest first. */
export function recentlyUsed(): string[] {
  try {
    const ids: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}

export function rememberUse(id: string): void {
  const others = recentlyUsed().filter((other) => other !== id);
  localStorage.setItem(key, JSON.stringify([id, ...others].slice(0, rememberedMax)));
}
