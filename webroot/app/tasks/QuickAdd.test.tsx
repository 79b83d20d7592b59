import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { keepDraft } from '../state/drafts';
import { QuickAdd } from './QuickAdd';

async function open() {
  const onAdd = vi.fn();
  const user = userEvent.setup();
  render(<QuickAdd label="Add a task to To do" draft="new-task.todo" onAdd={onAdd} />);
  await user.click(screen.getByRole('button', { name: 'Add a task to To do' }));
  return { onAdd, user };
}

test('Enter adds, and the line stays open for the next task', async () => {
  const { onAdd, user } = await open();
  await user.keyboard('Write{Enter}  Post  {Enter}');
  expect(onAdd.mock.calls).toEqual([['Write'], ['Post']]);
  expect(screen.getByRole('textbox')).toHaveProperty('value', '');
});

test('Escape adds nothing and gives the focus back', async () => {
  const { onAdd, user } = await open();
  await user.keyboard('Write{Escape}');
  expect(onAdd).not.toHaveBeenCalled();
  expect(document.activeElement).toBe(screen.getByRole('button'));
});

test('leaving the line adds what was typed', async () => {
  const { onAdd, user } = await open();
  await user.keyboard('Write');
  await user.tab();
  expect(onAdd.mock.calls).toEqual([['Write']]);
});

test('nothing but spaces is no task', async () => {
  const { onAdd, user } = await open();
  await user.keyboard('   {Enter}');
  expect(onAdd).not.toHaveBeenCalled();
});

test('several titles that were given back stay several when one types on', async () => {
  keepDraft('new-task.todo', { text: 'Write\nPost' });
  const onAdd = vi.fn();
  const user = userEvent.setup();
  render(<QuickAdd label="Add a task to To do" draft="new-task.todo" onAdd={onAdd} />);
  await user.type(screen.getByRole('textbox'), ' it{Enter}');
  expect(onAdd.mock.calls).toEqual([['Write'], ['Post it']]);
});
