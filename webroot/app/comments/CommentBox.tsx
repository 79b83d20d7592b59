import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import type { Mentionable } from '../../client/mentions';
import type { Id } from '../../client/model';
import { format } from '../markdown/formatKeys';
import { texts } from '../texts';
import { GrowingText } from '../ui/GrowingText';
import { LengthLeft } from '../ui/LengthLeft';
import { MentionList } from './MentionList';
import { commentLengthMax } from './sendable';
import { useMentions } from './useMentions';

interface CommentBoxProps {
  label: string;
  placeholder?: string;
  value: string;
  people: readonly Mentionable[];
  onChange: (text: string) => void;
  /** Somebody was chosen from the list. */
  onPick: (id: Id) => void;
  onSend: () => void;
  onCancel?: () => void;
  onBlur?: () => void;
  autoFocus?: boolean;
}

/** A text in which people can be mentioned. Control or Command and Enter send it. */
export function CommentBox(props: CommentBoxProps) {
  const { label, placeholder, value, people, onChange, onPick, onSend, onCancel, onBlur } = props;
  const area = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const moveCaret = useCaret(area, value);
  const mentions = useMentions({
    value,
    people,
    onPicked: (person, text, caret) => {
      moveCaret(caret);
      onPick(person.user_id);
      onChange(text);
    },
  });
  useFocusAtFirst(area, props.autoFocus ?? false);
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    const sends = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    const cancels = event.key === 'Escape' ? onCancel : undefined;
    const act = sends ? onSend : cancels;
    const taken = !sends && (mentions.press(event) || format(event));
    if (taken || act !== undefined) event.preventDefault();
    if (!taken) act?.();
  };
  const over = value.trim().length - commentLengthMax;
  const open = mentions.suggestions.length > 0;
  return (
    <div className="comment-box">
      <MentionList
        id={listId}
        people={mentions.suggestions}
        active={mentions.active}
        onPick={mentions.pick}
      />
      <GrowingText
        ref={area}
        className="comment-input"
        aria-label={label}
        aria-autocomplete="list"
        aria-controls={open ? listId : undefined}
        aria-activedescendant={open ? `${listId}-${mentions.active}` : undefined}
        placeholder={placeholder}
        value={value}
        onChange={({ target }) => {
          onChange(target.value);
          mentions.look(target.value, target.selectionStart);
        }}
        onKeyDown={press}
        onBlur={() => {
          mentions.close();
          onBlur?.();
        }}
      />
      {over < 0 && <LengthLeft text={value} max={commentLengthMax} />}
      {over > 0 && (
        <p className="comment-over" role="alert">
          {texts.comments.tooLong(over)}
        </p>
      )}
    </div>
  );
}

/** Puts the caret somewhere once the text has changed. */
function useCaret(area: React.RefObject<HTMLTextAreaElement | null>, value: string) {
  const [caret, setCaret] = useState<number | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place is in the new text.
  useLayoutEffect(() => {
    if (caret === null) return;
    area.current?.focus();
    area.current?.setSelectionRange(caret, caret);
    setCaret(null);
  }, [area, caret, value]);
  return setCaret;
}

/** With the caret behind what is there. */
function useFocusAtFirst(area: React.RefObject<HTMLTextAreaElement | null>, wanted: boolean) {
  useLayoutEffect(() => {
    const element = area.current;
    if (!wanted || element === null) return;
    // A menu that has just closed gives the focus back to its button first.
    const frame = requestAnimationFrame(() => {
      element.focus();
      element.setSelectionRange(element.value.length, element.value.length);
    });
    return () => cancelAnimationFrame(frame);
  }, [area, wanted]);
}
