import { beforeEach, expect, test, vi } from 'vitest';
import { ApiError } from './ApiError';
import type { SignedIn } from './model';
import { Session } from './Session';
import { ada } from './testing/fakes';

const signedIn = (number: number, expires_in = 900): SignedIn => ({
  user: { id: ada, name: 'Ada', email: 'ada@x', time_zone: 'UTC', created_at: '' },
  access_token: `access-${number}`,
  refresh_token: `refresh-${number}`,
  expires_in,
});

let used: string[];
let answer: () => Promise<SignedIn>;

const open = () =>
  new Session((refreshToken) => {
    used.push(refreshToken);
    return answer();
  });

beforeEach(() => {
  used = [];
  answer = async () => signedIn(2);
});

test('signed in, it knows who and gives the token', async () => {
  const session = open();
  session.begin(signedIn(1));
  expect(session.user?.name).toBe('Ada');
  expect(await session.accessToken()).toBe('access-1');
  expect(used).toEqual([]);
});

test('it survives a reload', () => {
  open().begin(signedIn(1));
  expect(open().user?.id).toBe(ada);
});

test('a token about to run out is exchanged first', async () => {
  const session = open();
  session.begin(signedIn(1, 20));
  expect(await session.accessToken()).toBe('access-2');
});

test('however many ask at once, one refresh token is used once', async () => {
  const session = open();
  session.begin(signedIn(1, 0));
  const tokens = await Promise.all([session.accessToken(), session.accessToken(), session.freshToken()]);
  expect(tokens).toEqual(['access-2', 'access-2', 'access-2']);
  expect(used).toEqual(['refresh-1']);
});

test('two tabs use one refresh token once', async () => {
  const [left, right] = [open(), open()];
  left.begin(signedIn(1, 0));
  answer = async () => signedIn(2);
  const tokens = await Promise.all([left.accessToken(), right.accessToken()]);
  expect(tokens).toEqual(['access-2', 'access-2']);
  expect(used).toEqual(['refresh-1']);
});

test('tabs take turns through Web Locks where there are any', async () => {
  const request = vi.fn((_: string, task: () => Promise<unknown>) => task());
  vi.stubGlobal('navigator', { locks: { request } });
  const session = open();
  session.begin(signedIn(1, 0));
  expect(await session.accessToken()).toBe('access-2');
  expect(request).toHaveBeenCalledOnce();
  vi.unstubAllGlobals();
});

test('a token the server refused is not given again', async () => {
  const session = open();
  session.begin(signedIn(1));
  expect(await session.accessToken('access-1')).toBe('access-2');
});

test('a refused refresh ends the session and tells so', async () => {
  const session = open();
  session.begin(signedIn(1, 0));
  const told = vi.fn();
  session.onChange(told);
  answer = () => Promise.reject(new ApiError(401, 'session_expired', ''));
  expect(await session.accessToken()).toBeNull();
  expect(session.user).toBeNull();
  expect(told).toHaveBeenCalled();
});

test('without a network the session stays', async () => {
  const session = open();
  session.begin(signedIn(1, 0));
  answer = () => Promise.reject(ApiError.network());
  await expect(session.accessToken()).rejects.toMatchObject({ code: 'network' });
  expect(session.user?.id).toBe(ada);
});

test('a sign-out in another tab is heard here', () => {
  const session = open();
  session.begin(signedIn(1));
  const told = vi.fn();
  session.onChange(told);
  localStorage.removeItem('tandem.session');
  window.dispatchEvent(new StorageEvent('storage', { key: 'tandem.session' }));
  expect(told).toHaveBeenCalledOnce();
  expect(session.user).toBeNull();
});
