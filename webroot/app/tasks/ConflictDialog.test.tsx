import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { operation, task } from '../../client/testing/fakes';
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
