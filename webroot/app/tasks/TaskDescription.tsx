import { Pencil } from 'lucide-react';
import { type KeyboardEvent, type MouseEvent, useRef, useState } from 'react';
import { renderedPlace, sourceOffset } from '../markdown/caret';
import { Markdown } from '../markdown/Markdown';
import { TypingHint } from '../presence/TypingHint';
import { changeTask } from '../state/commands';
import { draftOf } from '../state/drafts';
import { sayTyping, sayTypingStopped } from '../state/tandem';
import { texts } from '../texts';
import { IconButton } from '../ui/Button';
import { DescriptionEditor } from './DescriptionEditor';
import { RestoredDraft } from './RestoredDraft';
import type { TaskTextProps } from './TaskTexts';
import { useDraft } from './useDraft';

/** Rendered until somebody presses it; its source is saved when the focus leaves it. */
export function TaskDescription({ task, editable }: TaskTextProps) {
  const draft = useDraft({
    value: task.description,
    version: task.version,
    name: editable ? draftOf.description(task.id) : null,
    save: (description, basedOn) => changeTask(task, { description }, basedOn),
  });
  /** Where the caret goes; `null`: not being edited. */
  const [caret, setCaret] = useState<number | null>(null);
  const view = useRef<HTMLFieldSetElement>(null);
  if (!editable && task.description === '') return null;
  const end = (back: boolean, meant: boolean) => {
    sayTypingStopped();
    if (meant) draft.accept();
    else draft.commit();
    setCaret(null);
    if (back) requestAnimationFrame(() => view.current?.focus());
  };
  const discard = () => {
    draft.discard();
    setCaret(null);
  };
  return (
    <div className="task-text">
      {editable && (caret !== null || draft.text === '') ? (
        <DescriptionEditor
          text={draft.text}
          caret={caret}
          onFocus={() => setCaret((before) => before ?? 0)}
          onChange={(text) => {
            setCaret((before) => before ?? text.length);
            sayTyping('description');
            draft.type(text);
          }}
          onEnd={end}
        />
      ) : (
        <Shown ref={view} text={draft.text} onEdit={editable ? setCaret : undefined} />
      )}
      {draft.restored && (
        <RestoredDraft field={texts.tasks.description} onSave={() => end(true, true)} onDiscard={discard} />
      )}
      <TypingHint taskId={task.id} field="description" />
    </div>
  );
}

interface ShownProps {
  text: string;
  ref: React.Ref<HTMLFieldSetElement>;
  /** With where in the source to begin. */
  onEdit: ((caret: number) => void) | undefined;
}

function Shown({ text, ref, onEdit }: ShownProps) {
  const press = (event: MouseEvent<HTMLElement>) => {
    const onLink = (event.target as Element).closest('a, button, summary') !== null;
    if (onLink || getSelection()?.isCollapsed === false) return;
    const place = renderedPlace(event.currentTarget, event.clientX, event.clientY);
    onEdit?.(place === null ? text.length : sourceOffset(text, place));
  };
  const type = (event: KeyboardEvent<HTMLElement>) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.target !== event.currentTarget || !plain || (event.key !== 'Enter' && event.key !== 'e'))
      return;
    event.preventDefault();
    onEdit?.(text.length);
  };
  return (
    <fieldset
      ref={ref}
      className={`description ${onEdit ? 'description-editable' : ''}`}
      aria-label={texts.tasks.description}
      {...(onEdit && { tabIndex: 0, onClick: press, onKeyDown: type })}
    >
      <Markdown text={text} />
      {onEdit && (
        <IconButton
          className="description-edit"
          label={texts.tasks.editDescription}
          icon={<Pencil size={13} />}
          onClick={() => onEdit(text.length)}
          tip={false}
        />
      )}
    </fieldset>
  );
}
