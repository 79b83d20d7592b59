interface Ranked {
  id: string;
  rank: string;
}

/** The order everything stands in: rank by bytes, then id. Ranks are ASCII, so comparing strings compares bytes. */
export function byRank(left: Ranked, right: Ranked): number {
  return compare(left.rank, right.rank) || compare(left.id, right.id);
}

function compare(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** No rank ends in it, so that there is always room below. */
const lowest = 0x21;
const highest = 0x7e;

/**
 * A rank between two others, to show a move before the server has picked the real one.
 * `null` stands for the end of the list. Where nothing fits between, the lower one is as near as can be.
 */
export function rankBetween(lower: string | null, upper: string | null): string {
  const start = lower ?? '';
  if (upper !== null && start >= upper) return start;
  let rank = '';
  for (let index = 0; index <= start.length + (upper?.length ?? 0); index++) {
    const from = index < start.length ? start.charCodeAt(index) : lowest;
    const to = ceiling(rank, upper);
    const middle = Math.floor((from + to) / 2);
    if (middle > from && middle < to) return rank + String.fromCharCode(middle);
    rank += String.fromCharCode(from);
    if (rank === upper) break;
  }
  return start;
}

/** What the character after `rank` must stay below. */
function ceiling(rank: string, upper: string | null): number {
  const next = upper?.startsWith(rank) ? upper.charCodeAt(rank.length) : Number.NaN;
  return Number.isNaN(next) ? highest + 1 : next;
}
