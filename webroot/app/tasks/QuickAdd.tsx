import { Plus } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTypedText } from '../state/useTypedText';
import { texts } from '../texts';

interface QuickAddProps {
  label: string;
  /** The name under which the line is kept until it is added. */
  draft: string;
  onAdd: (title: string) => void;
}

/**
 * A button that becomes a line to type in. Enter adds and stays for the next one, Escape leaves. What was not added
 * before the page ended is there again, and so is what was refused, a title on each line.
 */
export function QuickAdd({ label, draft, onAdd }: QuickAddProps) {
  const [opened, setOpen] = useState(false);
  const [title, setTitle] = useTypedText(draft);
  const open = opened || title !== '';
  const input = useRef<HTMLTextAreaElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  const show = () => {
    flushSync(() => setOpen(true));
    input.current?.focus();
  };
  const leave = () => {
    flushSync(() => {
      setOpen(false);
      setTitle('');
    });
    button.current?.focus();
  };
  const add = () => {
    for (const line of title.split('\n')) {
      if (line.trim()) onAdd(line.trim());
    }
    setTitle('');
  };
  const typed = (event: KeyboardEvent) => {
    if (event.key === 'Escape') leave();
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    add();
  };
  const left = () => {
    add();
    setOpen(false);
  };

  if (!open) {
    return (
      <button ref={button} type="button" className="quick-add" aria-label={label} onClick={show}>
        <Plus size={14} aria-hidden />
        {texts.board.addTask}
      </button>
    );
  }
  return (
    <textarea
      ref={input}
      className="input quick-add-input"
      aria-label={texts.board.newTaskTitle}
      placeholder={texts.board.newTaskPlaceholder}
      rows={2}
      maxLength={500}
      value={title}
      onChange={(event) => setTitle(oneLine(event.target.value, title))}
      onKeyDown={typed}
      onBlur={left}
    />
  );
}

/** What is pasted in one go is one title; several that were given back stay several, a line each. */
function oneLine(text: string, before: string): string {
  return before.includes('\n') ? text : text.replace(/\s*\n\s*/g, ' ');
}
