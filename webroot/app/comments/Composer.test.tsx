import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { Composer } from './Composer';

const people = [
  { user_id: 'a', name: 'Ada' },
  { user_id: 'g', name: 'Grace Hopper' },
  { user_id: 'h', name: 'Grace Kelly' },
];

let sent: { text: string; mentions: string[] }[];

beforeEach(() => {
  sent = [];
});

function open() {
  render(
    <Composer
      taskId="t1"
      people={people}
      placeholder="…"
      onSend={(text, mentions) => sent.push({ text, mentions })}
    />,
  );
  return screen.getByRole('textbox', { name: 'Write a comment' });
}
const options = () => screen.queryAllByRole('option').map((option) => option.textContent?.slice(-11));

test('Control and Enter send, Enter alone begins a line', async () => {
  const box = open();
  await userEvent.type(box, '  One{Enter}Two {Control>}{Enter}{/Control}');
  expect(sent).toEqual([{ text: 'One\nTwo', mentions: [] }]);
  expect(box).toHaveProperty('value', '');
});

test('nothing but spaces is not sent', async () => {
  await userEvent.type(open(), '   {Control>}{Enter}{/Control}');
  expect(sent).toEqual([]);
  expect(screen.getByRole('button', { name: 'Comment' })).toHaveProperty('disabled', true);
});

test('an @ offers people, the arrow keys choose, Enter mentions', async () => {
  const box = open();
  await userEvent.type(box, 'Ask @gr');
  expect(options()).toHaveLength(2);
  expect(box.getAttribute('aria-activedescendant')).toBe(screen.getAllByRole('option')[0]?.id);
  await userEvent.keyboard('{ArrowDown}{Enter}');
  expect(box).toHaveProperty('value', 'Ask @Grace Kelly ');
  expect(options()).toEqual([]);
  await userEvent.keyboard('please{Control>}{Enter}{/Control}');
  expect(sent).toEqual([{ text: 'Ask @Grace Kelly please', mentions: ['h'] }]);
});

test('the mouse chooses too, and the text keeps the focus', async () => {
  const box = open();
  await userEvent.type(box, '@');
  await userEvent.click(screen.getByRole('option', { name: /Ada/ }));
  expect(box).toHaveProperty('value', '@Ada ');
  expect(document.activeElement).toBe(box);
});

test('Escape closes the list and goes no further', async () => {
  let passedOn = 0;
  const listen = (event: KeyboardEvent) => event.key === 'Escape' && !event.defaultPrevented && passedOn++;
  document.addEventListener('keydown', listen);
  await userEvent.type(open(), '@gr{Escape}');
  expect(options()).toEqual([]);
  expect(passedOn).toBe(0);
  await userEvent.keyboard('{Escape}');
  expect(passedOn).toBe(1);
  document.removeEventListener('keydown', listen);
});

test('what was begun is there again when the task is opened again, until it is sent', async () => {
  await userEvent.type(open(), 'Half a thought');
  cleanup();
  const box = open();
  expect(box).toHaveProperty('value', 'Half a thought');
  await userEvent.type(box, '{Control>}{Enter}{/Control}');
  cleanup();
  expect(open()).toHaveProperty('value', '');
});

test('what is too long says by how much and cannot be sent', async () => {
  const box = open();
  await userEvent.click(box);
  await userEvent.paste('x'.repeat(10_002));
  expect(screen.getByRole('alert').textContent).toBe('2 characters too many');
  expect(screen.getByRole('button', { name: 'Comment' })).toHaveProperty('disabled', true);
});
