import { renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import { titleOf, usePageTitle, useUnreadInTitle } from './usePageTitle';

test.each([
  ['Launch', 0, 'Launch · Tandem'],
  ['Launch', 3, '(3) Launch · Tandem'],
  [undefined, 0, 'Tandem'],
  [undefined, 120, '(99+) Tandem'],
])('the page %s with %d unread is called %s', (page, unread, title) => {
  expect(titleOf(page, unread)).toBe(title);
});

test('the count stays when another page opens, and goes when nothing is unread', () => {
  renderHook(() => usePageTitle('Members'));
  const bell = renderHook(({ unread }) => useUnreadInTitle(unread), { initialProps: { unread: 2 } });
  expect(document.title).toBe('(2) Members · Tandem');
  renderHook(() => usePageTitle('Settings'));
  expect(document.title).toBe('(2) Settings · Tandem');
  bell.rerender({ unread: 0 });
  expect(document.title).toBe('Settings · Tandem');
});
