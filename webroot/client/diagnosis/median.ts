/** The middle of some times, in whole milliseconds: what is unusual does not count. */
export function median(times: readonly number[]): number {
  return Math.round(times.toSorted((one, other) => one - other)[times.length >> 1] ?? 0);
}
