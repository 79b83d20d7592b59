import { useCallback, useEffect, useRef, useState } from 'react';
import { type Draft, dropDraft, keepDraft, useKeptDraft } from '../state/drafts';
import { hasLive } from '../state/tandem';

interface DraftOptions {
  value: string;
  version: number;
  /** `basedOn` is the version that was on the screen when typing began. */
  save: (text: string, basedOn: number) => void;
  /** What is not acceptable is put back. */
  accepts?: (text: string) => boolean;
  /** The name it is kept under, so that a crash loses nothing. */
  name?: string | null;
}

/**
 * A text being typed, apart from the one that is saved. Others' changes show through until typing begins. What a crash
 * or a refusal left behind comes back as `restored`: it is saved only when the person says so or types on.
 */
export function useDraft({ value, version, save, accepts = () => true, name = null }: DraftOptions) {
  const [typed, setTyped] = useState<Draft | null>(null);
  const kept = useKeptDraft(name);
  const left = kept !== null && kept.text !== value ? kept : null;
  const draft = typed ?? left;
  const type = (text: string) => {
    const { startedFrom = value, basedOn = version } = draft ?? {};
    const next = { text, startedFrom, basedOn };
    setTyped(next);
    if (name !== null) keepOrDrop(name, next);
  };
  const end = useCallback(
    (ended: Draft | null) => {
      setTyped(null);
      if (name !== null && ended !== null) dropDraft(name, ended.text);
    },
    [name],
  );
  const saveDraft = useCallback(
    (ended: Draft | null) => {
      end(ended);
      if (ended !== null && ended.text !== (ended.startedFrom ?? value) && accepts(ended.text)) {
        save(ended.text, ended.basedOn ?? version);
      }
    },
    [end, save, accepts, value, version],
  );
  // Where the person's own part of the app goes first, nobody takes the change any more: the draft stays, and comes back.
  useLastChance(typed === null ? null : () => hasLive() && saveDraft(typed));
  return {
    text: draft?.text ?? value,
    restored: typed === null && left !== null,
    type,
    /** Saves what was typed here. */
    commit: () => saveDraft(typed),
    /** Saves also what was restored. */
    accept: () => saveDraft(draft),
    discard: () => end(draft),
  };
}

/** A text that is as it was is no draft. */
function keepOrDrop(name: string, draft: Draft): void {
  if (draft.text === draft.startedFrom) dropDraft(name);
  else keepDraft(name, draft);
}

/** Runs when the page or the component goes away, so that closing a tab loses no typing. */
function useLastChance(run: (() => unknown) | null) {
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
