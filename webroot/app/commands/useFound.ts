import { useEffect, useState } from 'react';
import type { Found } from '../../client/search';
import { api } from '../state/session';

const pauseMs = 200;
const lengthMin = 2;
const foundMax = 20;
/** What the server takes. */
const lengthMax = 200;

interface Finding {
  status: 'idle' | 'searching' | 'found' | 'failed';
  items: readonly Found[];
}

const nothing: Finding = { status: 'idle', items: [] };

/** What the server finds in all workspaces. While it looks, what it found before stays; late answers are dropped. */
export function useFound(query: string): Finding {
  const [finding, setFinding] = useState(nothing);
  const wish = query.trim().slice(0, lengthMax);
  useEffect(() => {
    if (wish.length < lengthMin) return setFinding(nothing);
    let wanted = true;
    const tell = (next: (before: Finding) => Finding) => wanted && setFinding(next);
    tell(({ items }) => ({ status: 'searching', items }));
    const timer = setTimeout(
      () =>
        api.search(wish, foundMax).then(
          ({ items }) => tell(() => ({ status: 'found', items })),
          () => tell(() => ({ status: 'failed', items: [] })),
        ),
      pauseMs,
    );
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [wish]);
  return finding;
}
