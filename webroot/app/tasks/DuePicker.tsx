import { CalendarClock, X } from 'lucide-react';
import { Popover } from 'radix-ui';
import { type FormEvent, useId, useState } from 'react';
import type { Instant, Task } from '../../client/model';
import { changeTask } from '../state/commands';
import { texts } from '../texts';
import { Button } from '../ui/Button';
import { dayName, endOfDay, fromDateInput, toDateInput, urgencyOf } from './dates';

interface DuePickerProps {
  task: Task;
  editable: boolean;
}

export function DuePicker({ task, editable }: DuePickerProps) {
  const [open, setOpen] = useState(false);
  const choose = (due_at: Instant | null) => {
    changeTask(task, { due_at });
    setOpen(false);
  };
  if (!editable) {
    return (
      <span className="property-value property-fixed">
        <DueText task={task} />
      </span>
    );
  }
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <button type="button" className="property-value">
          <DueText task={task} />
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="menu due-picker"
          align="start"
          sideOffset={4}
          collisionPadding={8}
          aria-label={texts.tasks.due}
        >
          <DueChoices task={task} onChoose={choose} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function DueText({ task }: { task: Task }) {
  if (task.due_at === null) return <span className="soft">{texts.tasks.noDue}</span>;
  const urgency = task.completed_at === null ? urgencyOf(task.due_at) : 'later';
  const day = dayName(task.due_at);
  return (
    <span className={`due-text due-${urgency}`}>
      <CalendarClock size={14} aria-hidden />
      {urgency === 'overdue' ? texts.tasks.overdue(day) : day}
    </span>
  );
}

const quickDays = [
  { days: 0, name: texts.tasks.dueToday },
  { days: 1, name: texts.tasks.dueTomorrow },
  { days: 7, name: texts.tasks.dueNextWeek },
];

function DueChoices({ task, onChoose }: { task: Task; onChoose: (dueAt: Instant | null) => void }) {
  const id = useId();
  const [date, setDate] = useState(toDateInput(task.due_at));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const dueAt = fromDateInput(date);
    if (dueAt !== null) onChoose(dueAt);
  };
  return (
    <>
      <div className="due-quick">
        {quickDays.map(({ days, name }) => (
          <button type="button" className="menu-item" key={days} onClick={() => onChoose(endOfDay(days))}>
            <span className="menu-text">{name}</span>
            <span className="soft">{weekday(endOfDay(days))}</span>
          </button>
        ))}
      </div>
      <form className="due-form" onSubmit={submit}>
        <label className="only-read-aloud" htmlFor={id}>
          {texts.tasks.duePick}
        </label>
        <input
          id={id}
          className="input"
          type="date"
          value={date}
          onChange={(event) => setDate(event.target.value)}
        />
        <Button type="submit" disabled={fromDateInput(date) === null}>
          {texts.actions.save}
        </Button>
      </form>
      {task.due_at !== null && (
        <button type="button" className="menu-item due-clear" onClick={() => onChoose(null)}>
          <X size={14} aria-hidden />
          {texts.tasks.dueClear}
        </button>
      )}
    </>
  );
}

function weekday(instant: Instant): string {
  return new Intl.DateTimeFormat('en', { weekday: 'short' }).format(new Date(instant));
}
