import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import UnsubscribePage from './UnsubscribePage';

type Answer = () => Promise<Response>;

let asked: string[];
let answers: Answer[];

const json = (body: object, status = 200): Answer => {
  return async () => new Response(JSON.stringify(body), { status });
};

beforeEach(() => {
  asked = [];
  answers = [];
  vi.stubGlobal('fetch', async (address: string, { method }: RequestInit) => {
    asked.push(`${method} ${address}`);
    const answer = answers.shift();
    if (answer === undefined) throw new Error(`Nobody expected ${method} ${address}.`);
    return answer();
  });
});

const stop = () => screen.findByRole('button', { name: 'Stop these e-mails' });

test('nothing is ended before somebody presses the button', async () => {
  answers = [json({ kind: 'commented' })];
  render(<UnsubscribePage token="a/b" />);
  expect(await screen.findByRole('heading', { name: 'Stop e-mails about “Comments”?' })).toBeDefined();
  expect(asked).toEqual(['GET /api/notifications/unsubscribe/a%2Fb']);

  answers = [json({ kind: 'commented' })];
  await userEvent.click(await stop());
  expect(await screen.findByRole('heading', { name: 'You are unsubscribed' })).toBeDefined();
  expect(asked[1]).toBe('POST /api/notifications/unsubscribe/a%2Fb');
});

test.each([
  ['digest', 'Stop the digest?'],
  ['all', 'Stop all e-mail?'],
])('a link that ends %s asks “%s”', async (kind, question) => {
  answers = [json({ kind })];
  render(<UnsubscribePage token="t" />);
  expect(await screen.findByRole('heading', { name: question })).toBeDefined();
});

test('a wrong link says so and offers nothing to press', async () => {
  answers = [json({ code: 'not_found' }, 404)];
  render(<UnsubscribePage token="t" />);
  expect(await screen.findByRole('heading', { name: 'This link is not right' })).toBeDefined();
  expect(screen.queryByRole('button')).toBeNull();
});

test('a server that is away can be asked again', async () => {
  answers = [() => Promise.reject(new TypeError('away')), json({ kind: 'all' })];
  render(<UnsubscribePage token="t" />);
  await userEvent.click(await screen.findByRole('button', { name: 'Try again' }));
  expect(await stop()).toBeDefined();
});

test('a refusal while unsubscribing is told, and the button stays', async () => {
  answers = [json({ kind: 'all' }), json({ code: 'unavailable' }, 503)];
  render(<UnsubscribePage token="t" />);
  await userEvent.click(await stop());
  expect(await screen.findByRole('alert')).toBeDefined();
  expect(await stop()).toBeDefined();
});
