import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { LiveEvent } from '../../client/protocol';
import { Announcements } from './Announcements';
import { gathered, saidToEditor, toldOf } from './gathering';

const ada = { id: 'ada', name: 'Ada' };
const grace = { id: 'grace', name: 'Grace' };
const alan = { id: 'alan', name: 'Alan' };

test('one change is told in full', () => {
  expect(gathered([told(grace, 'task.completed', 1)])).toBe('Grace completed #1 Task 1.');
});

test('several of a kind are counted by tasks', () => {
  const moves = [1, 2, 3].map((number) => told(grace, 'task.completed', number));
  expect(gathered([...moves, told(grace, 'task.completed', 1)])).toBe('Grace completed 3 tasks.');
});

test('several changes of one task are told by the last', () => {
  const back = [told(grace, 'task.reopened', 1), told(grace, 'task.reopened', 1)];
  expect(gathered(back)).toBe('Grace reopened #1 Task 1.');
});

test('different changes are counted', () => {
  expect(gathered([told(grace, 'task.completed', 1), told(grace, 'task.deleted', 2)])).toBe(
    'Grace made 2 changes.',
  );
});

test('two people are told of each, more in numbers', () => {
  const two = [told(grace, 'task.completed', 1), told(alan, 'task.deleted', 2)];
  expect(gathered(two)).toBe('Grace completed #1 Task 1. Alan deleted #2 Task 2.');
  const eve = { id: 'eve', name: 'Eve' };
  expect(gathered([...two, told(eve, 'task.created', 3)])).toBe('3 changes by 3 people.');
});

test('what one does oneself is not told, nor what nobody would miss', () => {
  expect(toldOf(event(ada, 'task.completed', 1), null, 'ada')).toBeNull();
  expect(toldOf({ ...event(grace, 'task.moved', 1), changes: {} }, null, 'ada')).toBeNull();
  const { actor: _, ...own } = event(ada, 'task.completed', 1);
  expect(toldOf(own, null, 'ada')).toBeNull();
});

test('who writes in a field hears at once that somebody else changed it', () => {
  const renamed = { ...event(grace, 'task.updated', 1), changes: { title: { from: 'One', to: 'Two' } } };
  expect(saidToEditor(renamed, { taskId: '1', field: 'title' })).toBe(
    'Grace changed the title that you are editing.',
  );
  expect(saidToEditor(renamed, { taskId: '1', field: 'description' })).toBeNull();
  expect(saidToEditor(renamed, { taskId: '2', field: 'title' })).toBeNull();
});

describe('with time passing', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('what comes together is one message, and the next waits some seconds', () => {
    const said: string[] = [];
    const announcements = new Announcements((text) => said.push(text));
    announcements.hear(told(grace, 'task.completed', 1));
    vi.advanceTimersByTime(500);
    announcements.hear(told(grace, 'task.completed', 2));
    vi.advanceTimersByTime(500);
    expect(said).toEqual(['Grace completed 2 tasks.']);
    announcements.hear(told(grace, 'task.completed', 3));
    vi.advanceTimersByTime(4_900);
    expect(said).toHaveLength(1);
    vi.advanceTimersByTime(100);
    expect(said.at(-1)).toBe('Grace completed #3 Task 3.');
  });

  test('nothing more is said once it is closed', () => {
    const said: string[] = [];
    const announcements = new Announcements((text) => said.push(text));
    announcements.hear(told(grace, 'task.completed', 1));
    announcements.close();
    vi.advanceTimersByTime(10_000);
    expect(said).toEqual([]);
  });
});

function event(actor: { id: string; name: string }, type: LiveEvent['type'], number: number): LiveEvent {
  const data = { id: String(number), number, title: `Task ${number}`, rank: 'a' };
  return { type, workspace_id: 'w', seq: number, actor, data };
}

function told(actor: { id: string; name: string }, type: LiveEvent['type'], number: number) {
  const heard = toldOf(event(actor, type, number), null, 'ada');
  if (heard === null) throw new Error('There is nothing to tell.');
  return heard;
}
