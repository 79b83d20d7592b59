import { useEffect, useRef, useState } from 'react';
import type { Id, Instant } from '../../client/model';
import { api } from '../state/session';
import { useTandem } from '../state/tandem';

const settledMs = 1_000;

type LastSeen = ReadonlyMap<Id, Instant | null>;

/** When each member was last here, read anew once those who come and go have settled. Missing: not known. */
export function useLastSeen(workspaceId: Id): LastSeen {
  const [lastSeen, setLastSeen] = useState<LastSeen>(new Map());
  const delayMs = useRef(0);
  const present = useTandem((state) => [...state.people.keys()].toSorted().join());
  // biome-ignore lint/correctness/useExhaustiveDependencies: who is here says when to look again.
  useEffect(() => {
    let wanted = true;
    const look = () =>
      read(workspaceId).then(
        (seen) => wanted && setLastSeen(seen),
        // A small thing to know beside a name: where it cannot be read nothing is said.
        () => undefined,
      );
    const timer = setTimeout(look, delayMs.current);
    delayMs.current = settledMs;
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [workspaceId, present]);
  return lastSeen;
}

async function read(workspaceId: Id): Promise<LastSeen> {
  const members = await api.members(workspaceId);
  return new Map(
    members.flatMap(({ user_id, last_seen_at }) =>
      last_seen_at === undefined ? [] : [[user_id, last_seen_at] as const],
    ),
  );
}
