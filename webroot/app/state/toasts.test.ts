import { beforeEach, expect, test } from 'vitest';
import { dismissToastsAbout, showToast, useToasts } from './toasts';

beforeEach(() => useToasts.setState({ toasts: [] }));

const told = () => useToasts.getState().toasts.map(({ title }) => title);
const tell = (title: string, about?: string) =>
  showToast({ kind: 'notification', title, ...(about !== undefined && { about }) });

test('no more than four stand there, the newest last', () => {
  for (const title of ['1', '2', '3', '4', '5']) tell(title);
  expect(told()).toEqual(['2', '3', '4', '5']);
});

test('a message about the same thing takes the place of the one before', () => {
  tell('Grace commented', 'n1');
  tell('Saved');
  tell('Grace wrote the latest of 2 comments', 'n1');
  expect(told()).toEqual(['Saved', 'Grace wrote the latest of 2 comments']);
});

test('what was read elsewhere goes, and nothing else', () => {
  tell('Grace commented', 'n1');
  tell('Grace assigned you', 'n2');
  tell('Saved');
  dismissToastsAbout((id) => id === 'n1');
  expect(told()).toEqual(['Grace assigned you', 'Saved']);
});
