const firstMsMax = 250;
const baseMs = 500;
const patientMs = 1_500;
const capMs = 30_000;
const patientAttempts = 40;

/**
 * How long to wait before the next attempt, in milliseconds; `attempt` counts failures in a row from 0.
 * Exponential with full jitter, so that ten thousand clients do not come back in step.
 * A server that is not reached at all is being restarted: the first retry comes almost at once, and for half a minute
 * none waits longer than a second and a half, so that it is joined again within two seconds of being back.
 */
export function backoffMs(attempt: number, reached = true, random: () => number = Math.random): number {
  return Math.round(random() * ceilingMs(attempt, reached));
}

function ceilingMs(attempt: number, reached: boolean): number {
  if (attempt === 0) return firstMsMax;
  const steep = baseMs * 2 ** (attempt - 1);
  if (reached || steep <= patientMs) return Math.min(capMs, steep);
  const later = attempt - patientAttempts;
  return later < 0 ? patientMs : Math.min(capMs, patientMs * 2 ** later);
}
