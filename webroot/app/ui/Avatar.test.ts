import { expect, test } from 'vitest';
import { hueOf, initials } from './Avatar';

test.each([
  ['Ada Lovelace', 'AL'],
  ['ada', 'A'],
  ['Augusta Ada King', 'AK'],
  ['  李 小龍 ', '李小'],
  ['👩‍🚀 Sally', '👩S'],
])('%s has the initials %s', (name, letters) => {
  expect(initials(name)).toBe(letters);
});

test('a person keeps their colour', () => {
  const id = '01a1febb-7508-7230-9b17-1ed75feaabaa';
  expect(hueOf(id)).toBe(hueOf(id));
  expect(hueOf(id)).toBeLessThan(10);
});
