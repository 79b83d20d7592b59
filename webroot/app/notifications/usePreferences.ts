import { useMemo, useState } from 'react';
import type { Preferences } from '../../client/notice';
import { api } from '../state/session';
import { patchOwn, useTandem } from '../state/tandem';
import { Saving, type SavingState } from './Saving';

const untouched: SavingState<Preferences> = { draft: null, status: 'idle', error: null };

/** What somebody wishes to hear of, with what is being saved on top. */
export function usePreferences() {
  const saved = useTandem((state) => state.own?.preferences ?? null);
  const [state, setState] = useState(untouched);
  const saving = useMemo(() => new Saving(save, setState), []);
  const preferences = state.draft ?? saved;
  return {
    preferences,
    state,
    change: (change: Partial<Preferences>) => {
      if (preferences !== null) saving.choose({ ...preferences, ...change });
    },
    retry: () => saving.retry(),
  };
}

async function save(preferences: Preferences): Promise<void> {
  const answer = await api.changePreferences(preferences);
  patchOwn((own) => ({ ...own, preferences: answer }));
}
