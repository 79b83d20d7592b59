import type { Task } from '../../client/model';
import { keepMine } from '../state/commands';
import { closeConflict, useConflicts } from '../state/rejections';
import { useTandem } from '../state/tandem';
import { texts } from '../texts';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { valueNames } from './valueNames';
import './ConflictDialog.css';

/** Two people changed the same field. Shows both values and lets the later one choose. */
export function ConflictDialog() {
  const conflict = useConflicts((state) => state.conflicts[0]);
  const board = useTandem((state) => state.board);
  if (conflict === undefined) return null;
  const name = valueNames(board);
  return (
    <Dialog
      open
      onClose={() => closeConflict(conflict)}
      title={texts.conflict.title}
      hint={texts.conflict.hint(taskName(conflict.current))}
    >
      {Object.entries(conflict.fields).map(([field, { yours, theirs }]) => (
        <section className="conflict" key={field}>
          <h3 className="conflict-field">{texts.conflict.fields[field] ?? field}</h3>
          <Value title={texts.conflict.yours} text={name(field, yours)} />
          <Value title={texts.conflict.theirs} text={name(field, theirs)} />
        </section>
      ))}
      <div className="form-actions">
        <Button onClick={() => closeConflict(conflict)}>{texts.conflict.keepTheirs}</Button>
        <Button look="primary" onClick={() => keepMine(conflict)}>
          {texts.conflict.keepMine}
        </Button>
      </div>
    </Dialog>
  );
}

function Value({ title, text }: { title: string; text: string }) {
  return (
    <div className="conflict-value">
      <p className="conflict-side">{title}</p>
      <p className="conflict-text">{text || <span className="soft">{texts.conflict.empty}</span>}</p>
    </div>
  );
}

function taskName(task: Task): string {
  return `${texts.tasks.number(task.number)} “${task.title}”`;
}
