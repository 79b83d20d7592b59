import { expect, test } from 'vitest';
import { operation } from '../../client/testing/fakes';
import { outboxStorage } from './storage';

const first = operation('1', { type: 'task.complete', data: { task_id: 'a' } });
const second = {
  ...operation('2', { type: 'task.delete', data: { task_id: 'b' } }),
  made_at: '2027-01-01T00:00:00Z',
};

test('what a tab left behind is taken over by the next one, oldest first', () => {
  outboxStorage('ada', 'tab-1').save([second]);
  outboxStorage('ada', 'tab-2').save([first]);
  expect(outboxStorage('ada', 'tab-3').load()).toEqual([first, second]);
});

test('two reloads in a row lose nothing', () => {
  outboxStorage('ada', 'tab-1').save([first]);
  outboxStorage('ada', 'tab-2').load();
  expect(outboxStorage('ada', 'tab-3').load()).toEqual([first]);
});

test('what one person left is not sent in the name of another', () => {
  outboxStorage('ada', 'tab-1').save([first]);
  expect(outboxStorage('grace', 'tab-2').load()).toEqual([]);
});

test('an empty outbox leaves nothing behind', () => {
  const storage = outboxStorage('ada', 'tab-1');
  storage.save([first]);
  storage.save([]);
  expect(localStorage.length).toBe(0);
});

test('what cannot be read is no reason to fail', () => {
  localStorage.setItem('tandem.outbox.ada.tab-1', '{broken');
  expect(outboxStorage('ada', 'tab-2').load()).toEqual([]);
});
