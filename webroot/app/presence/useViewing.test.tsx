import { act, renderHook } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Task } from '../../client/model';
import { useViewing } from './useViewing';

const presence = vi.hoisted(() => ({ look: vi.fn(), lookAway: vi.fn() }));
vi.mock('../state/tandem', () => ({ theLive: () => ({ presence }) }));

const task = { id: 'task', workspace_id: 'launch', number: 1 } as Task;

function see(state: DocumentVisibilityState): void {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  document.dispatchEvent(new Event('visibilitychange'));
}

beforeEach(() => vi.clearAllMocks());

test('who has the page in the background looks at no task', () => {
  see('visible');
  renderHook(() => useViewing(task));
  expect(presence.look).toHaveBeenCalledExactlyOnceWith('launch', 'task');
  act(() => see('hidden'));
  expect(presence.lookAway).toHaveBeenCalledOnce();
  act(() => see('visible'));
  expect(presence.look).toHaveBeenCalledTimes(2);
});

test('a task the server has not made yet is not shown to others', () => {
  renderHook(() => useViewing({ ...task, number: 0 }));
  expect(presence.look).not.toHaveBeenCalled();
});
