import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Suspense } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { Crash } from './Crash';
import { fetchTheRest, later } from './later';

let answers: (() => Promise<{ default: () => React.ReactNode }>)[];
const load = () => (answers.shift() ?? away)();
const away = () => Promise.reject(new TypeError('no network'));
const there = (text: string) => async () => ({ default: () => <p>{text}</p> });

// React tells the console of every error somebody catches.
beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined));

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
  answers = [away, there('The part')];
  show(later(load));
  expect(await screen.findByRole('heading', { name: 'This part could not be loaded' })).toBeDefined();
  expect(screen.getByText('Around it')).toBeDefined();
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('The part')).toBeDefined();
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
