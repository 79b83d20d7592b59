import { useEffect, useRef } from 'react';
import type { Task } from '../../client/model';
import { decideLater, keepMine, keepTheirs } from '../state/commands';
import { type OpenConflict, useConflicts } from '../state/rejections';
import { useTandem } from '../state/tandem';
import { texts } from '../texts';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { valueNames } from './valueNames';
import './ConflictDialog.css';

/** Two people changed the same field. Shows both values and lets the later one choose. */
export function ConflictDialog() {
  const conflict = useConflicts((state) => state.conflicts[0]);
  return conflict === undefined ? null : <Question key={conflict.current.id} conflict={conflict} />;
}

function Question({ conflict }: { conflict: OpenConflict }) {
  const name = valueNames(useTandem((state) => state.board));
  const choices = useRef<HTMLDivElement>(null);
  useNoChoiceByAccident(choices);
  return (
    <Dialog
      open
      onClose={() => decideLater(conflict)}
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
      <div className="form-actions" ref={choices}>
        <Button onClick={() => keepTheirs(conflict)}>{texts.conflict.keepTheirs}</Button>
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

/** The question comes while somebody types on: the focus goes to the window, not to a button that Enter would press. */
function useNoChoiceByAccident(choices: React.RefObject<HTMLElement | null>) {
  useEffect(() => {
    const frame = requestAnimationFrame(() =>
      choices.current?.closest<HTMLElement>('[role="dialog"]')?.focus(),
    );
    return () => cancelAnimationFrame(frame);
  }, [choices]);
}

function taskName(task: Task): string {
  return `${texts.tasks.number(task.number)} “${task.title}”`;
}
