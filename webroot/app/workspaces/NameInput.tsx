import { useDraft } from '../tasks/useDraft';

interface NameInputProps {
  label: string;
  name: string;
  maxLength: number;
  readOnly?: boolean;
  onSave: (name: string) => void;
}

const isName = (text: string) => text.trim() !== '';

/** A name that is changed where it stands: Enter saves, Escape puts it back; the focus stays. */
export function NameInput({ label, name, maxLength, readOnly = false, onSave }: NameInputProps) {
  const draft = useDraft({
    value: name,
    version: 0,
    accepts: isName,
    save: (text) => onSave(text.trim()),
  });
  const typed = (event: React.KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') draft.commit();
    if (event.key === 'Escape') draft.discard();
  };
  return (
    <input
      className="row-input"
      aria-label={label}
      readOnly={readOnly}
      maxLength={maxLength}
      value={draft.text}
      onChange={(event) => draft.type(event.target.value)}
      onBlur={draft.commit}
      onKeyDown={typed}
    />
  );
}
