import { expect, test } from 'vitest';
import { ApiError } from '../../client/ApiError';
import { problemsIn } from './useForm';

const fields = { email: ['email_taken'], password: [] };
const refused = (code: string, invalid: { pointer: string; message: string }[] = []) =>
  new ApiError(422, code, 'No.', {}, invalid);

test('what is wrong with a field stands beside it', () => {
  const error = refused('validation_failed', [{ pointer: '/email', message: 'Too long.' }]);
  expect(problemsIn(error, fields)).toEqual({ whole: null, fields: { email: 'Too long.' } });
});

test('a refusal that is about a field stands there too', () => {
  expect(problemsIn(refused('email_taken'), fields).fields.email).toContain('already an account');
});

test('everything else is about the whole form', () => {
  expect(problemsIn(refused('registration_closed'), fields)).toEqual({
    whole: 'This server does not take new accounts.',
    fields: {},
  });
  const elsewhere = refused('validation_failed', [{ pointer: '/name', message: 'Too long.' }]);
  expect(problemsIn(elsewhere, fields).whole).toBe('name: Too long.');
});
