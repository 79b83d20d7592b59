import type { Board } from '../../client/board';
import type { ChecklistItem, Priority } from '../../client/model';
import { texts } from '../texts';
import { dayName } from './dates';

/** How to say a field's value: ids become names, times become days. */
export function valueNames(board: Board | null): (field: string, value: unknown) => string {
  const sayings: Record<string, (value: unknown) => string> = {
    column_id: (value) => board?.columns.find(({ id }) => id === value)?.name ?? texts.activity.former.column,
    priority: (value) => texts.priorities[value as Priority] ?? String(value),
    due_at: (value) => dayName(String(value)),
    assigned_to: (value) =>
      board?.members.find(({ user_id }) => user_id === value)?.name ?? texts.tasks.formerMember,
    labels: (value) =>
      (board?.labels ?? [])
        .filter(({ id }) => (value as string[]).includes(id))
        .map(({ name }) => name)
        .join(', '),
    checklist: (value) =>
      (value as ChecklistItem[]).map((item) => `${item.done ? '☑' : '☐'} ${item.text}`).join('\n'),
  };
  return (field, value) => {
    if (value === null || value === undefined) return '';
    return (sayings[field] ?? String)(value);
  };
}
