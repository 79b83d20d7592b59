import type { Task } from '../../client/model';
import { TypingHint } from '../presence/TypingHint';
import { changeTask } from '../state/commands';
import { draftOf } from '../state/drafts';
import { sayTyping, sayTypingStopped } from '../state/tandem';
import { texts } from '../texts';
import { GrowingText } from '../ui/GrowingText';
import { LengthLeft } from '../ui/LengthLeft';
import { RestoredDraft } from './RestoredDraft';
import { useDraft } from './useDraft';

export interface TaskTextProps {
  task: Task;
  editable: boolean;
}

const titleLengthMax = 500;

const isTitle = (text: string) => text.trim() !== '';

/** Enter saves, Escape puts the saved title back; the focus stays. */
export function TaskTitle({ task, editable }: TaskTextProps) {
  const draft = useDraft({
    value: task.title,
    version: task.version,
    accepts: isTitle,
    name: editable ? draftOf.title(task.id) : null,
    save: (title, basedOn) => changeTask(task, { title: title.trim() }, basedOn),
  });
  const save = () => {
    sayTypingStopped();
    draft.commit();
  };
  const typed = (event: React.KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      sayTypingStopped();
      draft.accept();
    }
    if (event.key === 'Escape' && draft.text !== task.title) {
      event.preventDefault();
      sayTypingStopped();
      draft.discard();
    }
  };
  return (
    <div className="task-text task-title-field">
      <GrowingText
        className="task-title-text"
        aria-label={texts.tasks.title}
        readOnly={!editable}
        maxLength={titleLengthMax}
        value={draft.text}
        onChange={(event) => {
          sayTyping('title');
          draft.type(event.target.value.replace(/\s*\n\s*/g, ' '));
        }}
        onBlur={save}
        onKeyDown={typed}
      />
      {editable && <LengthLeft text={draft.text} max={titleLengthMax} />}
      {draft.restored && (
        <RestoredDraft field={texts.tasks.title} onSave={draft.accept} onDiscard={draft.discard} />
      )}
      <TypingHint taskId={task.id} field="title" />
    </div>
  );
}
