import { useCallback, useEffect, useRef, useState } from 'react';

interface DraftOptions {
  value: string;
  version: number;
  /** `basedOn` is the version that was on the screen when typing began. */
  save: (text: string, basedOn: number) => void;
  /** What is not acceptable is put back. */
  accepts?: (text: string) => boolean;
}

interface Draft {
  text: string;
  startedFrom: string;
  basedOn: number;
}

/** A text being typed, apart from the one that is saved. Others' changes show through until typing begins. */
export function useDraft({ value, version, save, accepts = () => true }: DraftOptions) {
  const [draft, setDraft] = useState<Draft | null>(null);
  const type = (text: string) =>
    setDraft((before) => ({
      text,
      startedFrom: before?.startedFrom ?? value,
      basedOn: before?.basedOn ?? version,
    }));
  const discard = () => setDraft(null);
  const commit = useCallback(() => {
    setDraft(null);
    if (draft !== null && draft.text !== draft.startedFrom && accepts(draft.text)) {
      save(draft.text, draft.basedOn);
    }
  }, [draft, save, accepts]);
  useLastChance(draft === null ? null : commit);
  return { text: draft?.text ?? value, type, commit, discard };
}

/** Runs when the page or the component goes away, so that closing a tab loses no typing. */
function useLastChance(run: (() => void) | null) {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    const leave = () => latest.current?.();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, []);
}
