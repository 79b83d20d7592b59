/** A thing in a scrolled list. */
export interface Placed {
  key: string;
  start: number;
  end: number;
}

/**
 * What a scrolled list is held by while others change it above: the first thing in sight that is still followed by the
 * thing it was followed by. What was moved away itself would take the view with it.
 */
export function anchorOf<Item extends Placed>(
  inSight: readonly Item[],
  after: readonly string[],
): { item: Item; index: number } | undefined {
  let first: { item: Item; index: number } | undefined;
  for (const [place, item] of inSight.entries()) {
    const index = after.indexOf(item.key);
    if (index < 0) continue;
    const next = inSight[place + 1];
    if (next === undefined || after[index + 1] === next.key) return { item, index };
    first ??= { item, index };
  }
  return first;
}
