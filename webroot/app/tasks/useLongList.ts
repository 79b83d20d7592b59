import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type FocusEvent, useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { Id } from '../../client/model';
import { anchorOf, type Placed } from './anchoring';

interface LongListOptions {
  /** What stands in the list, by the keys of its things. */
  keys: readonly string[];
  /** In pixels, until a thing has been on the screen and was measured. */
  estimate: (index: number) => number;
  gap: number;
  paddingStart: number;
  paddingEnd: number;
  /** Stay mounted out of sight: what is dragged, or open beside the list. */
  held: readonly (Id | null)[];
  /** To be brought into sight, and given the focus. */
  wanted: Wanted | null;
  /** Where the group begins that a thing belongs to, in lists that have groups. */
  headOf?: (index: number) => number;
}

const noHead = () => -1;

/** A new one for every time it is wanted. */
export interface Wanted {
  id: Id;
}

const overscan = 8;

/**
 * A list of which only what is in sight is mounted, some more around it, and what must not go away: above all the thing
 * with the focus. What others do above keeps what is in sight where it is.
 */
export function useLongList(options: LongListOptions) {
  const { keys, wanted, headOf = noHead } = options;
  const scroller = useRef<HTMLUListElement>(null);
  const focus = useFocused(scroller);
  const held = [...options.held, focus.id, wanted?.id ?? null].map((key) =>
    key === null ? -1 : keys.indexOf(key),
  );
  const list = useVirtualizer({
    count: keys.length,
    getScrollElement: () => scroller.current,
    estimateSize: options.estimate,
    getItemKey: useCallback((index: number) => keys[index] ?? index, [keys]),
    gap: options.gap,
    paddingStart: options.paddingStart,
    paddingEnd: options.paddingEnd,
    overscan,
    useFlushSync: false,
    rangeExtractor: (range) => {
      const mounted = new Set([headOf(range.startIndex), ...defaultRangeExtractor(range), ...held]);
      return [...mounted].filter((index) => index >= 0).toSorted((one, other) => one - other);
    },
  });
  const items = list.getVirtualItems();
  useAnchor(scroller, keys, items as Placed[], (index) => list.measurementsCache[index]?.start);
  useLayoutEffect(() => focus.follow(keys), [focus, keys]);

  const reveal = useCallback(
    (id: Id) => {
      const index = keys.indexOf(id);
      if (index < 0) return;
      const { startIndex = -1, endIndex = -1 } = list.range ?? {};
      if (index < startIndex - 1 || index > endIndex + 1) list.scrollToIndex(index, { align: 'center' });
      thing(scroller.current, id)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    },
    [keys, list],
  );
  /** To where a thing begins, if one is past it. */
  const backTo = useCallback(
    (key: string) => {
      const start = list.measurementsCache[keys.indexOf(key)]?.start ?? Number.POSITIVE_INFINITY;
      if (scroller.current && scroller.current.scrollTop > start) scroller.current.scrollTop = start;
    },
    [keys, list],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is wanted anew, not every change of the list.
  useLayoutEffect(() => {
    if (wanted === null) return;
    reveal(wanted.id);
    linkIn(thing(scroller.current, wanted.id))?.focus({ preventScroll: true });
  }, [wanted]);
  return {
    scroller,
    items,
    /** The head of the group one is amid: it stays at the top. */
    head: list.range ? headOf(list.range.startIndex) : -1,
    height: list.getTotalSize(),
    measure: list.measureElement,
    reveal,
    backTo,
    focusHandlers: focus.handlers,
  };
}

/** Holds the list by something in sight when its things change. At its very top, what comes above is to be seen. */
function useAnchor(
  scroller: React.RefObject<HTMLElement | null>,
  keys: readonly string[],
  items: readonly Placed[],
  startOf: (index: number) => number | undefined,
): void {
  const drawn = useRef({ keys, items });
  useLayoutEffect(() => {
    const before = drawn.current;
    drawn.current = { keys, items };
    const element = scroller.current;
    if (before.keys === keys || element === null || element.scrollTop === 0) return;
    const [top, bottom] = [element.scrollTop, element.scrollTop + element.clientHeight];
    const inSight = before.items.filter(({ start, end }) => end > top && start < bottom);
    const anchor = anchorOf(inSight, keys);
    const start = anchor && startOf(anchor.index);
    if (anchor && start !== undefined) element.scrollTop += start - anchor.item.start;
  });
}

/** Which thing has, or had, the focus. When others take it away the focus goes to the one in its place. */
function useFocused(scroller: React.RefObject<HTMLElement | null>) {
  const [id, setId] = useState<Id | null>(null);
  const inside = useRef(false);
  const last = useRef<{ id: Id | null; index: number }>({ id: null, index: -1 });
  last.current.id = id;
  const [focus] = useState(() => ({
    handlers: {
      onFocus: ({ target }: FocusEvent) => {
        const focused = target.closest('li[data-key]')?.getAttribute('data-key') ?? null;
        inside.current = focused !== null;
        if (focused !== null) setId(focused);
      },
      onBlur: () => {
        inside.current = false;
      },
    },
    follow: (keys: readonly string[]) => {
      const { id: lost, index } = last.current;
      last.current.index = lost === null ? -1 : keys.indexOf(lost);
      const gone = inside.current && lost !== null && last.current.index < 0;
      if (!gone || document.activeElement !== document.body) return;
      inside.current = false;
      const elsewhere = document.querySelector<HTMLElement>(`[data-task-id="${lost}"]`);
      const inItsPlace = keys[Math.min(Math.max(index, 0), keys.length - 1)];
      (elsewhere ?? linkIn(thing(scroller.current, inItsPlace)))?.focus({ preventScroll: true });
    },
  }));
  return { id, ...focus };
}

function thing(list: HTMLElement | null, key: string | undefined): HTMLElement | null {
  return key === undefined ? null : (list?.querySelector<HTMLElement>(`li[data-key="${key}"]`) ?? null);
}

function linkIn(element: HTMLElement | null): HTMLElement | null {
  return element?.querySelector<HTMLElement>('[data-task-id]') ?? null;
}
