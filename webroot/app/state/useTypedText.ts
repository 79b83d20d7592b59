import { dropDraft, keepDraft, useKeptDraft } from './drafts';

/** The text of a field in which something new is written, kept under a name until it is sent. */
export function useTypedText(name: string): [text: string, type: (text: string) => void] {
  const text = useKeptDraft(name)?.text ?? '';
  return [text, (next) => (next === '' ? dropDraft(name) : keepDraft(name, { text: next }))];
}
