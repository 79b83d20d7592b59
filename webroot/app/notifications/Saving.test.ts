import { beforeEach, expect, test } from 'vitest';
import { Saving, type SavingState } from './Saving';

interface Request {
  value: string;
  answer: () => void;
  refuse: (error: unknown) => void;
}

let requests: Request[];
let state: SavingState<string>;
let saving: Saving<string>;

beforeEach(() => {
  requests = [];
  saving = new Saving<string>(
    (value) => new Promise<void>((answer, refuse) => requests.push({ value, answer, refuse })),
    (next) => {
      state = next;
    },
  );
});

const settled = () => new Promise((resolve) => setTimeout(resolve));
const sent = () => requests.map(({ value }) => value);

test('a choice shows at once and is saved', async () => {
  saving.choose('daily');
  expect(state).toMatchObject({ draft: 'daily', status: 'saving' });
  requests[0]?.answer();
  await settled();
  expect(state).toMatchObject({ draft: null, status: 'saved' });
});

test('several choices are sent one after the other, and only the last of those that wait', async () => {
  saving.choose('daily');
  saving.choose('weekly');
  saving.choose('off');
  expect(sent()).toEqual(['daily']);
  requests[0]?.answer();
  await settled();
  expect(sent()).toEqual(['daily', 'off']);
  expect(state).toMatchObject({ draft: 'off', status: 'saving' });
  requests[1]?.answer();
  await settled();
  expect(state.status).toBe('saved');
});

test('a choice that was not saved stays on the screen and can be tried again', async () => {
  saving.choose('daily');
  requests[0]?.refuse(new Error('away'));
  await settled();
  expect(state).toMatchObject({ draft: 'daily', status: 'failed', error: new Error('away') });
  saving.retry();
  expect(sent()).toEqual(['daily', 'daily']);
});

test('a failure of an older choice does not matter once there is a newer one', async () => {
  saving.choose('daily');
  saving.choose('off');
  requests[0]?.refuse(new Error('away'));
  await settled();
  expect(state.status).toBe('saving');
  requests[1]?.answer();
  await settled();
  expect(state).toMatchObject({ draft: null, status: 'saved' });
});
