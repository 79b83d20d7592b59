import { expect, test } from 'vitest';
import type { LiveEvent } from '../../client/protocol';
import { ada, event, grace, task } from '../../client/testing/fakes';
import {
  type History,
  isAbout,
  noHistory,
  parted,
  withArrivals,
  withFirstPage,
  withNextPage,
  withWaiting,
} from './history';

const by = (id: string, seq: number): LiveEvent => ({
  ...event(seq, 'task.updated', task()),
  actor: { id, name: id },
});
const page = (...seqs: number[]) => ({ items: seqs.map((seq) => by(grace, seq)), next_cursor: null });
const history = withFirstPage(noHistory, page(9, 8, 7));
const seqs = (events: readonly LiveEvent[]) => events.map(({ seq }) => seq);
const shown = ({ events }: History) => seqs(events);

test('what happens comes on top where the top is in sight', () => {
  expect(shown(withArrivals(history, [by(grace, 10)], true))).toEqual([10, 9, 8, 7]);
});

test('what happens waits while somebody reads further down', () => {
  const later = withArrivals(withArrivals(history, [by(grace, 10)], false), [by(ada, 11)], false);
  expect(shown(later)).toEqual([9, 8, 7]);
  expect(seqs(later.waiting)).toEqual([11, 10]);
  expect(shown(withWaiting(later))).toEqual([11, 10, 9, 8, 7]);
});

test('nothing stands there twice, however often it is told', () => {
  const again = withArrivals(history, [by(grace, 9), by(grace, 10), by(grace, 10)].slice(0, 2), true);
  expect(shown(withArrivals(again, [by(grace, 10)], false))).toEqual([10, 9, 8, 7]);
  expect(shown(withNextPage(again, page(7, 6)))).toEqual([10, 9, 8, 7, 6]);
});

test('before the first page nothing is put on top of it', () => {
  expect(withArrivals(noHistory, [by(grace, 10)], true)).toBe(noHistory);
});

test('a filter asks for a person and a task', () => {
  const comment = {
    ...event(3, 'comment.created', { id: 'c', task_id: 't1' }),
    actor: { id: ada, name: 'Ada' },
  };
  expect(isAbout(comment, { actorId: ada, taskId: 't1' })).toBe(true);
  expect(isAbout(comment, { actorId: grace, taskId: null })).toBe(false);
  expect(isAbout(by(ada, 4), { actorId: null, taskId: 't1' })).toBe(true);
  expect(isAbout(by(ada, 4), { actorId: null, taskId: 't2' })).toBe(false);
  expect(isAbout(event(5, 'member.joined', { user_id: 't1' }), { actorId: null, taskId: 't1' })).toBe(false);
});

test('what others did since the last look stands apart', () => {
  const events = [by(ada, 10), by(grace, 9), by(ada, 8), by(grace, 7)];
  const { fresh, earlier } = parted(events, 7, ada);
  expect([seqs(fresh), seqs(earlier)]).toEqual([
    [10, 9],
    [8, 7],
  ]);
});

test('own deeds alone are no news, nor is anything where the last look is not known', () => {
  expect(parted([by(ada, 10), by(grace, 7)], 8, ada).fresh).toEqual([]);
  expect(parted([by(grace, 10)], null, ada).fresh).toEqual([]);
});
