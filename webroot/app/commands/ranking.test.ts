import { expect, test } from 'vitest';
import { bestOf } from './ranking';

const titles = (query: string, ...all: string[]) =>
  bestOf(
    query,
    all.map((title) => ({ title })),
    20,
  ).map(({ item }) => item.title);

test('accents and capitals do not count', () => {
  expect(titles('resume', 'Read the Résumé')).toEqual(['Read the Résumé']);
  expect(titles('ÉCRAN', 'ecran')).toEqual(['ecran']);
});

test('a beginning is better than a word, a word better than a part, a part better than scattered letters', () => {
  const inOrder = ['Plan the launch', 'The plan', 'Airplane', 'Prepare lunch and nap'];
  expect(titles('plan', ...inOrder.toReversed())).toEqual(inOrder);
});

test('every word has to be there, in any order', () => {
  expect(titles('announcement write', 'Write the announcement', 'Write the report')).toEqual([
    'Write the announcement',
  ]);
});

test('letters may be left out, if the first begins a word', () => {
  expect(titles('wann', 'Write the announcement')).toHaveLength(1);
  expect(titles('rann', 'Write the announcement')).toHaveLength(0);
});

test('other words find it too, but its title counts more', () => {
  const theme = { title: 'Switch theme…', words: 'dark light' };
  const task = { title: 'Dark mode' };
  expect(bestOf('dark', [theme, task], 20).map(({ item }) => item)).toEqual([task, theme]);
  expect(bestOf('dark theme', [theme, task], 20).map(({ item }) => item)).toEqual([theme]);
});

test('no more than wished for', () => {
  const many = Array.from({ length: 50 }, (_, index) => ({ title: `Task ${index}` }));
  expect(bestOf('task', many, 20)).toHaveLength(20);
});
