import { useEffect } from 'react';
import { create } from 'zustand';
import type { Id } from '../../client/model';
import type { LiveEvent } from '../../client/protocol';
import { isMuted, muteOfWorkspace } from '../notifications/mutes';
import { api } from '../state/session';
import { theLive, useTandem } from '../state/tandem';

type Counts = ReadonlyMap<Id, number>;

/** How many changes by others nobody here has looked at yet, by workspace. The server counts up to 100. */
export const useUnseen = create<{ counts: Counts }>(() => ({ counts: new Map() }));

export const unseenMax = 100;
const settledMs = 400;
const againMs = 120_000;

let timer: ReturnType<typeof setTimeout> | undefined;

/** Asks soon, and once for all who ask in the same moment. */
export function refreshUnseen(): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    api.seen().then(
      ({ items }) =>
        useUnseen.setState({
          counts: new Map(items.map(({ workspace_id, unseen }) => [workspace_id, unseen])),
        }),
      () => undefined,
    );
  }, settledMs);
}

/** Looked at on this device: no need to ask. */
export function seenHere(workspaceId: Id): void {
  useUnseen.setState(({ counts }) => ({ counts: new Map(counts).set(workspaceId, 0) }));
}

/** Whether there is something new in another workspace that the reader wants to hear of. */
export function useNewElsewhere(workspaceId: Id | null): boolean {
  const mutes = useTandem((state) => state.own?.mutes);
  return useUnseen(({ counts }) =>
    [...counts].some(
      ([id, unseen]) => unseen > 0 && id !== workspaceId && !isMuted(mutes ?? [], muteOfWorkspace(id)),
    ),
  );
}

/** Keeps the counts fairly current: nothing is told of a workspace that is not open. */
export function useUnseenCounted(): void {
  const live = useTandem((state) => state.connection.kind === 'live');
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new connection makes it ask anew.
  useEffect(refreshUnseen, [live]);
  useEffect(() => {
    const look = () => document.visibilityState === 'visible' && refreshUnseen();
    const stop = theLive().listen(null, (event) => event !== null && changesCounts(event) && refreshUnseen());
    const again = setInterval(look, againMs);
    document.addEventListener('visibilitychange', look);
    return () => {
      stop();
      clearTimeout(timer);
      clearInterval(again);
      document.removeEventListener('visibilitychange', look);
      useUnseen.setState({ counts: new Map() });
    };
  }, []);
}

/** Something was looked at, on whatever device, or something happened that somebody is told of. */
const countChangers = new Set(['workspace.seen', 'notification.new', 'workspace.joined', 'workspace.left']);

const changesCounts = ({ type }: LiveEvent) => countChangers.has(type);
