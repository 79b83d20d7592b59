import type { Task } from '../../client/model';
import { changeTask } from '../state/commands';
import { texts } from '../texts';
import { GrowingText } from '../ui/GrowingText';
import { useDraft } from './useDraft';

interface TaskTextProps {
  task: Task;
  editable: boolean;
}

const isTitle = (text: string) => text.trim() !== '';

/** Enter saves, Escape puts the saved title back; the focus stays. */
export function TaskTitle({ task, editable }: TaskTextProps) {
  const draft = useDraft({
    value: task.title,
    version: task.version,
    accepts: isTitle,
    save: (title, basedOn) => changeTask(task, { title: title.trim() }, basedOn),
  });
  const typed = (event: React.KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      draft.commit();
    }
    if (event.key === 'Escape' && draft.text !== task.title) {
      event.preventDefault();
      draft.discard();
    }
  };
  return (
    <GrowingText
      className="task-title-text"
      aria-label={texts.tasks.title}
      readOnly={!editable}
      maxLength={500}
      value={draft.text}
      onChange={(event) => draft.type(event.target.value.replace(/\s*\n\s*/g, ' '))}
      onBlur={draft.commit}
      onKeyDown={typed}
    />
  );
}

/** Saved when the focus leaves it. */
export function TaskDescription({ task, editable }: TaskTextProps) {
  const draft = useDraft({
    value: task.description,
    version: task.version,
    save: (description, basedOn) => changeTask(task, { description }, basedOn),
  });
  if (!editable && task.description === '') return null;
  return (
    <GrowingText
      className="task-description-text"
      aria-label={texts.tasks.description}
      placeholder={texts.tasks.descriptionPlaceholder}
      readOnly={!editable}
      maxLength={50_000}
      value={draft.text}
      onChange={(event) => draft.type(event.target.value)}
      onBlur={draft.commit}
    />
  );
}
