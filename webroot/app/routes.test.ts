import { expect, test } from 'vitest';
import { nextAddress, routes, withNext } from './routes';

test('signing in leads on to where somebody was going', () => {
  const address = withNext(routes.signUp, routes.join('a/b?c'));
  expect(nextAddress(address.slice(address.indexOf('?')))).toBe('/join/a/b?c');
});

test.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', ''])(
  'an address that is not of this app (%s) leads to the start page',
  (next) => {
    expect(nextAddress(`?next=${encodeURIComponent(next)}`)).toBe('/');
  },
);
