import { useEffect } from 'react';
import { create } from 'zustand';
import type { Id } from '../../client/model';
import { api } from '../state/session';
import { boardSeq, theLive, useTandem } from '../state/tandem';
import { seenHere } from './unseen';

/** A stay in a workspace: what had been seen of it before, and how many changes by others were new then. */
export interface Visit {
  workspaceId: Id;
  seq: number;
  unseen: number;
}

export const useVisit = create<{ visit: Visit | null }>(() => ({ visit: null }));

/** The list of what is new has been opened: it need not be announced any more. */
export function newsOpened(): void {
  useVisit.setState(({ visit }) => ({ visit: visit && { ...visit, unseen: 0 } }));
}

const absentMs = 10 * 60_000;

/** Notes on arrival, and on coming back after a while, what had been seen. Nothing counts as seen before that. */
export function useArrival(workspaceId: Id): void {
  useEffect(() => {
    let staying = true;
    let leftAt = Number.POSITIVE_INFINITY;
    const arrive = () =>
      api.workspaceSeen(workspaceId).then(
        ({ seq, unseen }) => staying && useVisit.setState({ visit: { workspaceId, seq, unseen } }),
        () => undefined,
      );
    const comeOrGo = () => {
      if (document.visibilityState !== 'visible') leftAt = Date.now();
      else if (Date.now() - leftAt > absentMs) arrive();
    };
    arrive();
    document.addEventListener('visibilitychange', comeOrGo);
    return () => {
      staying = false;
      document.removeEventListener('visibilitychange', comeOrGo);
      useVisit.setState({ visit: null });
    };
  }, [workspaceId]);
}

const firstLookMs = 2_000;
const againMs = 60_000;

/**
 * Tells the server how far the changes have been looked at: after a moment, once a minute in a workspace where much
 * happens, and on leaving. Every telling is an event in the person's own log, so there should not be many.
 */
export function useLook(workspaceId: Id): void {
  const arrived = useVisit(({ visit }) => visit?.workspaceId === workspaceId);
  useEffect(() => {
    if (!arrived) return;
    let shownSeq = boardSeq(workspaceId);
    const stop = theLive().listen(workspaceId, () => {
      shownSeq = boardSeq(workspaceId);
    });
    const leave = () => markSeen(workspaceId, shownSeq);
    const look = () => document.visibilityState === 'visible' && leave();
    const goAway = () => document.visibilityState !== 'visible' && leave();
    const first = setTimeout(look, firstLookMs);
    const again = setInterval(look, againMs);
    document.addEventListener('visibilitychange', goAway);
    return () => {
      clearTimeout(first);
      clearInterval(again);
      document.removeEventListener('visibilitychange', goAway);
      stop();
      leave();
    };
  }, [workspaceId, arrived]);
}

function markSeen(workspaceId: Id, seq: number | null): void {
  const { own } = useTandem.getState();
  const signedOut = own === null;
  if (signedOut || seq === null || seq <= (own.seen.get(workspaceId) ?? -1)) return;
  theLive().run(null, { type: 'workspace.seen', data: { workspace_id: workspaceId, seq } });
  seenHere(workspaceId);
}
