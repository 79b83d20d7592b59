import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Api } from './Api';
import { ApiError } from './ApiError';
import { Session } from './Session';
import { ada } from './testing/fakes';

interface Seen {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: unknown;
  keepalive: boolean;
}

let seen: Seen[];
let answers: (Response | Error)[];
let api: Api;

const json = (status: number, body: object) => new Response(JSON.stringify(body), { status });

beforeEach(() => {
  seen = [];
  answers = [];
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    seen.push({
      method: String(init.method),
      path,
      headers: init.headers as Record<string, string>,
      body: init.body ? JSON.parse(String(init.body)) : null,
      keepalive: init.keepalive === true,
    });
    const answer = answers.shift() ?? json(200, {});
    if (answer instanceof Error) throw answer;
    return answer;
  });
  const user = { id: ada, name: 'Ada', email: 'ada@x', time_zone: 'UTC', created_at: '' };
  const signedIn = { user, refresh_token: 'r', expires_in: 900 };
  const session = new Session(async () => ({ ...signedIn, access_token: 'fresh' }));
  session.begin({ ...signedIn, access_token: 'token' });
  api = new Api(session);
});

afterEach(() => vi.unstubAllGlobals());

test('requests carry the token, mutations an operation id of their own', async () => {
  await api.createColumn('w', { name: 'Next' });
  await api.createColumn('w', { name: 'Next' });
  const [first, second] = seen;
  expect(first).toMatchObject({ method: 'POST', path: '/api/workspaces/w/columns', body: { name: 'Next' } });
  expect(first?.headers.Authorization).toBe('Bearer token');
  expect(first?.headers['Idempotency-Key']).not.toBe(second?.headers['Idempotency-Key']);
});

test('a change outlives the page, a question does not', async () => {
  await api.createColumn('w', { name: 'Next' });
  await api.workspaceSnapshot('w');
  await api.createColumn('w', { name: 'x'.repeat(20_000) });
  expect(seen.map(({ keepalive }) => keepalive)).toEqual([true, false, false]);
});

test('a token that ran out is replaced and the request repeated under the same operation id', async () => {
  answers = [json(401, { code: 'unauthorized' }), json(201, {})];
  await api.createWorkspace('w', 'Letters');
  const [first, second] = seen;
  expect(second?.headers.Authorization).toBe('Bearer fresh');
  expect(second?.headers['Idempotency-Key']).toBe(first?.headers['Idempotency-Key']);
});

test('a wrong password is no reason to refresh', async () => {
  answers = [json(401, { code: 'wrong_credentials' })];
  await expect(api.changeProfile({ password: 'new password', current_password: 'x' })).rejects.toMatchObject({
    code: 'wrong_credentials',
  });
  expect(seen).toHaveLength(1);
});

test('a problem becomes an error with its code, detail, data and fields', async () => {
  answers = [
    json(422, {
      title: 'Unprocessable',
      detail: 'The name is too long.',
      code: 'validation_failed',
      data: { max: 255 },
      errors: [{ pointer: '/name', message: 'too long' }],
    }),
  ];
  const error = await api.createWorkspace('w', 'x').catch((failure) => failure);
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({
    status: 422,
    code: 'validation_failed',
    message: 'The name is too long.',
    data: { max: 255 },
    fields: [{ pointer: '/name', message: 'too long' }],
  });
});

test('an answer that is no problem document still has a status', async () => {
  answers = [new Response('<html>Bad gateway</html>', { status: 502 })];
  await expect(api.ownSnapshot()).rejects.toMatchObject({ status: 502, code: 'internal' });
});

test('no network is an error of its own', async () => {
  answers = [new TypeError('Failed to fetch')];
  await expect(api.ownSnapshot()).rejects.toMatchObject({ status: 0, code: 'network' });
});

test('an empty answer is fine', async () => {
  answers = [new Response(null, { status: 204 })];
  await expect(api.deleteWorkspace('w')).resolves.toBeUndefined();
});

test('a list is read to its end', async () => {
  answers = [json(200, { items: [1, 2], next_cursor: 'a b' }), json(200, { items: [3], next_cursor: null })];
  expect(await api.invites('w')).toEqual([1, 2, 3]);
  expect(seen.map(({ path }) => path)).toEqual([
    '/api/workspaces/w/invites?limit=200',
    '/api/workspaces/w/invites?limit=200&cursor=a%20b',
  ]);
});

const tooMany = (retryAfterMs: number) =>
  json(429, { code: 'too_many_requests', data: { retry_after_ms: retryAfterMs } });

test('who was too fast is asked again a little later, as the same operation', async () => {
  answers = [tooMany(3), new Response('', { status: 429, headers: { 'Retry-After': '0' } })];
  await api.createColumn('w', { name: 'Next' });
  expect(seen.map(({ headers }) => headers['Idempotency-Key'])).toEqual(
    Array(3).fill(seen[0]?.headers['Idempotency-Key']),
  );
});

test('who would have to wait for long, or again and again, is told', async () => {
  answers = [tooMany(600_000)];
  await expect(api.workspaceSnapshot('w')).rejects.toMatchObject({
    code: 'too_many_requests',
    retryAfterMs: 600_000,
  });
  answers = [tooMany(1), tooMany(1), tooMany(1), tooMany(1)];
  await expect(api.workspaceSnapshot('w')).rejects.toMatchObject({ code: 'too_many_requests' });
  expect(seen).toHaveLength(5);
});
