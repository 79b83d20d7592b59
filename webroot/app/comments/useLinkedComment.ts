import { type RefObject, useEffect, useSyncExternalStore } from 'react';
import type { Id } from '../../client/model';

/** What the router tells of, and the browser's own. */
const moves = ['pushState', 'replaceState', 'popstate', 'hashchange'];
const shownMs = 2_500;

/** The comment that the address leads to comes into sight, and stands out for a moment. */
export function useLinkedComment(list: RefObject<HTMLElement | null>, ids: readonly Id[]): void {
  const hash = useSyncExternalStore(listen, () => location.hash);
  const linked = ids.find((id) => hash === `#comment-${id}`);
  useEffect(() => {
    const item = linked && list.current?.querySelector(`[data-comment-id="${linked}"]`);
    if (!item) return;
    item.scrollIntoView({ block: 'center' });
    item.classList.add('comment-linked');
    const timer = setTimeout(() => item.classList.remove('comment-linked'), shownMs);
    return () => clearTimeout(timer);
  }, [linked, list]);
}

function listen(listener: () => void): () => void {
  for (const move of moves) window.addEventListener(move, listener);
  return () => {
    for (const move of moves) window.removeEventListener(move, listener);
  };
}
