import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Page } from '../../client/model';
import type { Found } from '../../client/search';
import { api } from '../state/session';
import { useFound } from './useFound';

type Answer = { resolve: (page: Page<Found>) => void; reject: (error: Error) => void };

let asked: Map<string, Answer>;

beforeEach(() => {
  vi.useFakeTimers();
  asked = new Map();
  vi.spyOn(api, 'search').mockImplementation(
    (query) => new Promise((resolve, reject) => asked.set(query, { resolve, reject })),
  );
});

afterEach(() => void vi.useRealTimers());

test('the server is asked once somebody pauses', async () => {
  const { rerender } = renderHook(({ query }) => useFound(query), { initialProps: { query: 'w' } });
  for (const query of ['wr', 'wri', 'writ']) {
    rerender({ query });
    await pass(100);
  }
  await pass(200);
  expect([...asked.keys()]).toEqual(['writ']);
});

test('what was found stays until there is something newer, and late answers are dropped', async () => {
  const { result, rerender } = renderHook(({ query }) => useFound(query), {
    initialProps: { query: 'fern' },
  });
  await pass(200);
  await answer('fern', found('Ferns'));
  rerender({ query: 'ferns w' });
  expect(titles(result.current)).toEqual(['Ferns']);
  await pass(200);
  rerender({ query: 'ferns water' });
  await pass(200);
  await answer('ferns water', found('Water the ferns'));
  await answer('ferns w', found('Ferns wither'));
  expect(titles(result.current)).toEqual(['Water the ferns']);
  expect(result.current.status).toBe('found');
});

test('it is told when the server could not be asked', async () => {
  const { result } = renderHook(() => useFound('ferns'));
  expect(result.current.status).toBe('searching');
  await pass(200);
  await act(async () => asked.get('ferns')?.reject(new Error('no network')));
  expect(result.current).toEqual({ status: 'failed', items: [] });
});

const pass = (ms: number) => act(async () => void vi.advanceTimersByTime(ms));

const answer = (query: string, ...items: Found[]) =>
  act(async () => asked.get(query)?.resolve({ items, next_cursor: null }));

function found(title: string): Found {
  const hit = { field: 'title', comment_id: null, excerpt: title, highlights: [] } as const;
  return { task: { id: title, title } as Found['task'], workspace_name: 'Other', ...hit };
}

function titles({ items }: { items: readonly Found[] }): string[] {
  return items.map(({ task }) => task.title);
}
