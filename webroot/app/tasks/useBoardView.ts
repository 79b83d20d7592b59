import { useCallback, useMemo, useRef, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { Id } from '../../client/model';
import { routes } from '../routes';
import { type BoardView, parseView, printView, rememberedLayout, rememberLayout } from './boardView';

interface ChangeOptions {
  /** Without a step for Back, for what changes with every key. */
  replace?: boolean;
}

/** The address says how the board is looked at, so that a reload, Back and whoever it is sent to see the same. */
export function useBoardView(workspaceId: Id) {
  const search = useSearch();
  const [address, go] = useLocation();
  const [remembered, setRemembered] = useState(() => rememberedLayout(workspaceId));
  const view = useMemo(() => parseView(search, remembered), [search, remembered]);
  const current = useRef({ view, address });
  current.current = { view, address };
  const change = useCallback(
    (changes: Partial<BoardView>, { replace = false }: ChangeOptions = {}) => {
      const next = { ...current.current.view, ...changes };
      if (changes.layout) {
        rememberLayout(workspaceId, changes.layout);
        setRemembered(changes.layout);
      }
      go(routes.viewed(current.current.address, printView(next)), { replace });
    },
    [workspaceId, go],
  );
  return { view, change };
}

/** Makes addresses of the same board that keep how it is looked at. */
export function useKeepView(): (address: string) => string {
  const search = useSearch();
  return (address) => routes.viewed(address, search);
}
