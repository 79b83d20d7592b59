import { createContext, useMemo, useRef } from 'react';
import { session } from '../state/session';
import { useTandem } from '../state/tandem';
import { useNow } from '../ui/now';
import { type Filter, isFiltering, matcher } from './filters';
import { matchingRows, type Rows } from './rows';

const nothingShown: Rows = new Map();

/** The rows of the open board that the filter lets through. */
export function useShownRows(filter: Filter): Rows {
  const all = useTandem((state) => state.rows) as Rows;
  const filtering = isFiltering(filter);
  const tasks = useTandem((state) => (filtering ? (state.board?.tasks ?? null) : null));
  const now = useNow();
  const askedAt = filter.due.length > 0 ? now : 0;
  const matches = useMemo(
    () => matcher(filter, { userId: session.user?.id ?? '', ...(askedAt > 0 && { now: new Date(askedAt) }) }),
    [filter, askedAt],
  );
  const before = useRef(nothingShown);
  const shown = useMemo(
    () => (tasks === null ? all : matchingRows(all, tasks, matches, before.current)),
    [all, tasks, matches],
  );
  before.current = shown;
  return shown;
}

/** What the reader sees of the columns, for whoever moves a task by one place; nothing where places are not to be seen. */
export const ShownRows = createContext<Rows | null>(nothingShown);
