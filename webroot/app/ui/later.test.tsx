import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Suspense } from 'react';
import { beforeEach, expect, type MockInstance, test, vi } from 'vitest';
import { Crash } from './Crash';
import { fetchTheRest, later } from './later';

let answers: (() => Promise<{ default: () => React.ReactNode }>)[];
const load = () => (answers.shift() ?? away)();
const away = () => Promise.reject(new TypeError('no network'));
const there = (text: string) => async () => ({ default: () => <p>{text}</p> });

let complaint: MockInstance;

// React tells the console of every error somebody catches.
beforeEach(() => {
  complaint = vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

const show = (Part: React.ComponentType) =>
  render(
    <Crash>
      <Suspense fallback={null}>
        <p>Around it</p>
        <Part />
      </Suspense>
    </Crash>,
  );

test('a part that cannot be fetched leaves the rest alone and can be tried again', async () => {
  answers = [];
  show(later(load));
  expect(await screen.findByRole('heading', { name: 'This part could not be loaded' })).toBeDefined();
  expect(screen.getByText('Around it')).toBeDefined();
  answers = [there('The part'), there('The part')];
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('The part')).toBeDefined();
});

test('a part that could not be fetched comes by itself when the network is back', async () => {
  answers = [away, there('The part'), there('The part')];
  show(later(load));
  expect(await screen.findByText('The part')).toBeDefined();
  expect(complaint).not.toHaveBeenCalled();
});

test('a part that fails by itself is a failure of the page', async () => {
  const broken = () => {
    throw new Error('broken');
  };
  answers = [async () => ({ default: broken })];
  show(later(load));
  expect(await screen.findByRole('heading', { name: 'This page has failed' })).toBeDefined();
});

test('everything is fetched before it is needed', () => {
  let fetched = 0;
  later(async () => {
    fetched += 1;
    return { default: () => null };
  });
  answers = [];
  fetchTheRest();
  expect(fetched).toBe(1);
});

test('styles that did not come are asked for again', async () => {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  document.head.append(link);
  link.dispatchEvent(new Event('error'));
  answers = [there('The part')];
  show(later(load));
  await screen.findByText('The part');
  expect(link.isConnected).toBe(false);
  expect(document.head.querySelector('link[rel="stylesheet"]')).not.toBeNull();
});
