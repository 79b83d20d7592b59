import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { operation, task } from '../../client/testing/fakes';
import { draftOf, keptDraft } from '../state/drafts';
import { rejected, useConflicts } from '../state/rejections';
import { useToasts } from '../state/toasts';
import { ConflictDialog } from './ConflictDialog';

const rename = operation('op', { type: 'task.update', data: { task_id: 't1', version: 1, title: 'Mine' } });
const error = { type: 'error' as const, id: 'op', message: 'No' };
const conflict = {
  ...error,
  code: 'conflict',
  data: {
    current: task({ title: 'Theirs', version: 2 }),
    fields: {
      title: { yours: 'Mine', theirs: 'Theirs' },
      due_at: { yours: null, theirs: '2031-01-02T12:00:00Z' },
    },
  },
};

beforeEach(() => {
  useConflicts.setState({ conflicts: [] });
  useToasts.setState({ toasts: [] });
});

test('a conflict shows both values of every field', () => {
  rejected(rename, conflict, [rename]);
  render(<ConflictDialog />);
  for (const words of ['Mine', 'Theirs', 'Title', 'Due date', 'Empty', 'Jan 2, 2031']) {
    expect(screen.getAllByText(words).length).toBeGreaterThan(0);
  }
  expect(useToasts.getState().toasts).toEqual([]);
});

test('keeping theirs closes the window and changes nothing', async () => {
  rejected(rename, conflict, [rename]);
  render(<ConflictDialog />);
  await userEvent.click(screen.getByRole('button', { name: 'Keep theirs' }));
  expect(useConflicts.getState().conflicts).toEqual([]);
});

test('every field there is has a name and both values', () => {
  const fields = {
    title: { yours: 'Mine', theirs: 'Theirs' },
    description: { yours: 'Long of mine', theirs: 'Long of theirs' },
    due_at: { yours: null, theirs: '2031-01-02T12:00:00Z' },
    priority: { yours: 'high', theirs: 'low' },
    assigned_to: { yours: null, theirs: 'somebody' },
    labels: { yours: [], theirs: [] },
    checklist: { yours: [{ id: 'i', text: 'Ask', done: true }], theirs: [] },
  };
  rejected(rename, { ...conflict, data: { ...conflict.data, fields } }, [rename]);
  render(<ConflictDialog />);
  const names = screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent);
  expect(names).toEqual(['Title', 'Description', 'Due date', 'Priority', 'Assignee', 'Labels', 'Checklist']);
  for (const words of ['Long of mine', 'Long of theirs', 'High', 'Low', 'Former member', '☑ Ask']) {
    expect(screen.getAllByText(words)).toHaveLength(1);
  }
});

test('several changes of one task are one question, about the last of each', () => {
  const again = operation('op-2', {
    type: 'task.update',
    data: { task_id: 't1', version: 1, title: 'Mine too' },
  });
  rejected(rename, conflict, [rename]);
  const fields = { title: { yours: 'Mine too', theirs: 'Theirs' } };
  rejected(again, { ...conflict, id: 'op-2', data: { ...conflict.data, fields } }, [again]);
  const { conflicts } = useConflicts.getState();
  expect(conflicts).toMatchObject([
    {
      operationIds: ['op', 'op-2'],
      operation: { data: { title: 'Mine too' } },
      fields: { title: fields.title },
    },
  ]);
});

test('Enter presses nothing by accident, the keyboard reaches both choices, Escape leaves the text as a draft', async () => {
  rejected(rename, conflict, [rename]);
  render(<ConflictDialog />);
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('dialog')));
  await userEvent.keyboard('{Enter}');
  expect(useConflicts.getState().conflicts).toHaveLength(1);
  await userEvent.tab();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Keep theirs' }));
  await userEvent.tab();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Use mine' }));
  await userEvent.keyboard('{Escape}');
  expect(useConflicts.getState().conflicts).toEqual([]);
  expect(keptDraft(draftOf.title('t1'))).toMatchObject({ text: 'Mine', basedOn: 1 });
});

test('any other refusal is a message with the reason', () => {
  rejected(rename, { ...error, code: 'forbidden' }, [rename]);
  render(<ConflictDialog />);
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(useToasts.getState().toasts).toMatchObject([
    { title: 'The change was undone', detail: 'Your role here does not allow this.' },
  ]);
});

test('a refused creation tells how much went with it', () => {
  const create = operation('op', { type: 'task.create', data: { id: 't1', title: 'New' } });
  rejected(create, { ...error, code: 'limit_reached' }, [create, rename]);
  expect(useToasts.getState().toasts[0]?.title).toBe('The task could not be created, nor 1 change after it');
});
