import { Plus, X } from 'lucide-react';
import type { FormEvent } from 'react';
import { timeId } from '../../client/ids';
import type { ChecklistItem, Task } from '../../client/model';
import { changeTask } from '../state/commands';
import { draftOf } from '../state/drafts';
import { useTypedText } from '../state/useTypedText';
import { texts } from '../texts';
import { IconButton } from '../ui/Button';
import { useDraft } from './useDraft';

interface ChecklistProps {
  task: Task;
  editable: boolean;
}

export function Checklist({ task, editable }: ChecklistProps) {
  const { checklist } = task;
  if (!editable && checklist.length === 0) return null;
  const done = checklist.filter((item) => item.done).length;
  const save = (items: ChecklistItem[], basedOn?: number) => changeTask(task, { checklist: items }, basedOn);
  return (
    <section className="checklist" aria-label={texts.tasks.checklist}>
      <div className="section-head">
        <h3>{texts.tasks.checklist}</h3>
        {checklist.length > 0 && (
          <span className="soft">{texts.tasks.checklistDone(done, checklist.length)}</span>
        )}
      </div>
      {checklist.length > 0 && (
        <progress className="progress" value={done} max={checklist.length} aria-hidden />
      )}
      <ul>
        {checklist.map((item) => (
          <Item
            key={item.id}
            item={item}
            version={task.version}
            editable={editable}
            onChange={(changed, basedOn) =>
              save(
                checklist.map((other) => (other.id === item.id ? changed : other)),
                basedOn,
              )
            }
            onRemove={() => save(checklist.filter((other) => other.id !== item.id))}
          />
        ))}
      </ul>
      {editable && (
        <AddItem
          draft={draftOf.newItem(task.id)}
          onAdd={(text) => save([...checklist, { id: timeId(), text, done: false }])}
        />
      )}
    </section>
  );
}

interface ItemProps {
  item: ChecklistItem;
  version: number;
  editable: boolean;
  onChange: (item: ChecklistItem, basedOn?: number) => void;
  onRemove: () => void;
}

const isText = (text: string) => text.trim() !== '';

function Item({ item, version, editable, onChange, onRemove }: ItemProps) {
  const draft = useDraft({
    value: item.text,
    version,
    accepts: isText,
    name: editable ? draftOf.item(item.id) : null,
    save: (text, basedOn) => onChange({ ...item, text: text.trim() }, basedOn),
  });
  return (
    <li className={`checklist-item ${item.done ? 'checklist-done' : ''}`}>
      <input
        type="checkbox"
        aria-label={item.text}
        checked={item.done}
        disabled={!editable}
        onChange={(event) => onChange({ ...item, done: event.target.checked })}
      />
      <input
        className="checklist-text"
        aria-label={texts.tasks.itemText}
        readOnly={!editable}
        maxLength={500}
        value={draft.text}
        onChange={(event) => draft.type(event.target.value)}
        onBlur={draft.accept}
        onKeyDown={(event) => event.key === 'Enter' && draft.accept()}
      />
      {editable && (
        <IconButton
          label={texts.tasks.removeItem(item.text)}
          icon={<X size={14} />}
          onClick={onRemove}
          tip={false}
        />
      )}
    </li>
  );
}

function AddItem({ draft, onAdd }: { draft: string; onAdd: (text: string) => void }) {
  const [text, setText] = useTypedText(draft);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isText(text)) onAdd(text.trim());
    setText('');
  };
  return (
    <form className="checklist-item checklist-add" onSubmit={submit}>
      <Plus size={14} aria-hidden />
      <input
        className="checklist-text"
        aria-label={texts.tasks.addItem}
        placeholder={texts.tasks.addItem}
        maxLength={500}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </form>
  );
}
