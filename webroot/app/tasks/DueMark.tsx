import { CalendarClock } from 'lucide-react';
import type { Task } from '../../client/model';
import { texts } from '../texts';
import { dayName, urgencyOf } from './dates';

export function DueMark({ task }: { task: Task }) {
  if (task.due_at === null) return null;
  const day = dayName(task.due_at);
  const urgency = task.completed_at === null ? urgencyOf(task.due_at) : 'later';
  const words = urgency === 'overdue' ? texts.tasks.overdue(day) : texts.tasks.dueOn(day);
  return (
    <span className={`card-mark due-${urgency}`} title={words}>
      <CalendarClock size={13} aria-hidden />
      <span aria-hidden>{day}</span>
      <span className="only-read-aloud">{words}</span>
    </span>
  );
}
