import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { format } from '../markdown/formatKeys';
import { texts } from '../texts';
import { GrowingText } from '../ui/GrowingText';
import { LengthLeft } from '../ui/LengthLeft';

interface DescriptionEditorProps {
  text: string;
  /** Where to begin; `null`: it stands there empty and waits to be pressed. */
  caret: number | null;
  onFocus: () => void;
  onChange: (text: string) => void;
  /** `back`: the focus should stay with the description. `meant`: to be saved as it is, also where it was restored. */
  onEnd: (back: boolean, meant: boolean) => void;
}

const lengthMax = 50_000;

/** The source of a description. */
export function DescriptionEditor({ text, caret, onFocus, onChange, onEnd }: DescriptionEditorProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [start] = useState(caret);
  useLayoutEffect(() => {
    if (start === null || area.current === null) return;
    area.current.focus({ preventScroll: true });
    area.current.setSelectionRange(start, start);
  }, [start]);
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing || format(event)) return;
    const sent = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    // From an empty one, Escape closes the task.
    if (!sent && (event.key !== 'Escape' || text === '')) return;
    event.preventDefault();
    onEnd(true, sent);
  };
  return (
    <>
      <GrowingText
        ref={area}
        className="task-description-text"
        aria-label={texts.tasks.description}
        placeholder={texts.tasks.descriptionPlaceholder}
        maxLength={lengthMax}
        value={text}
        onFocus={onFocus}
        onChange={(event) => onChange(event.target.value)}
        onBlur={() => onEnd(false, false)}
        onKeyDown={press}
      />
      {caret !== null && (
        <p className="markdown-hint" title={texts.markdown.keys}>
          {texts.markdown.hint}
        </p>
      )}
      <LengthLeft text={text} max={lengthMax} />
    </>
  );
}
