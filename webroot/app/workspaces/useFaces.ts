import { useEffect, useState } from 'react';
import type { Id, Member } from '../../client/model';
import { api } from '../state/session';

const facesMax = 4;
const known = new Map<string, readonly Member[]>();

/** Some members of a workspace that is not open. Nobody, until they have been read. */
export function useFaces(workspaceId: Id, memberCount: number): readonly Member[] {
  const key = `${workspaceId} ${memberCount}`;
  const [faces, setFaces] = useState(known.get(key) ?? []);
  useEffect(() => {
    if (known.has(key)) return;
    let wanted = true;
    api.someMembers(workspaceId, facesMax).then(
      ({ items }) => {
        known.set(key, items);
        if (wanted) setFaces(items);
      },
      // Faces are an ornament: where they cannot be read, the count stands alone.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [key, workspaceId]);
  return faces;
}
