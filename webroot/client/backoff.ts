const firstMsMax = 250;
const baseMs = 500;
const capMs = 30_000;

/**
 * How long to wait before the next attempt, in milliseconds; `attempt` counts failures in a row from 0.
 * The first retry comes almost at once, so that a restarted server is joined again within two seconds.
 * After that exponential with full jitter, so that ten thousand clients do not come back in step.
 */
export function backoffMs(attempt: number, random: () => number = Math.random): number {
  const ceilingMs = attempt === 0 ? firstMsMax : Math.min(capMs, baseMs * 2 ** (attempt - 1));
  return Math.round(random() * ceilingMs);
}
