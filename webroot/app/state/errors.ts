import { ApiError } from '../../client/ApiError';
import { texts } from '../texts';
import { showToast } from './toasts';

/** What to tell a person about a failure. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof ApiError)) return texts.problems.internal ?? '';
  const field = error.fields[0];
  if (error.code === 'validation_failed' && field) return texts.invalidField(field.pointer, field.message);
  return texts.problems[error.code] ?? error.message;
}

/** Runs something that may fail with nothing more to do about it than to tell. Answers whether it worked. */
export async function attempt(title: string, task: () => Promise<unknown>): Promise<boolean> {
  try {
    await task();
    return true;
  } catch (error) {
    showToast({ kind: 'problem', title, detail: reasonOf(error) });
    return false;
  }
}
