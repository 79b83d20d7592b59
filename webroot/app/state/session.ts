import { useSyncExternalStore } from 'react';
import { Api, refreshTokens } from '../../client/Api';
import { Session } from '../../client/Session';

export const session = new Session(refreshTokens);
export const api = new Api(session);

/** The id of who is signed in on this device. */
export function useUserId(): string | null {
  return useSyncExternalStore(
    (listener) => session.onChange(listener),
    () => session.user?.id ?? null,
  );
}

/** Ends the session here even where the server cannot be told. */
export async function signOut(everywhere = false): Promise<void> {
  try {
    await api.signOut(everywhere);
  } finally {
    session.end();
  }
}
