import { type FormEvent, useState } from 'react';
import { ApiError } from '../../client/ApiError';
import { reasonOf } from '../state/errors';

/** Which refusals of the server are about which field of a form. */
type FieldCodes = Readonly<Record<string, readonly string[]>>;

interface FormProblems {
  /** Why it was refused, where no field is to blame. */
  whole: string | null;
  fields: Readonly<Record<string, string>>;
}

const none: FormProblems = { whole: null, fields: {} };

/** A form that is sent once at a time and says why when it was refused, beside the field where it can. */
export function useForm(send: () => Promise<unknown>, fields: FieldCodes = {}) {
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState(none);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblems(none);
    try {
      await send();
    } catch (error) {
      setProblems(problemsIn(error, fields));
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem: problems.whole, problems: problems.fields, submit };
}

export function problemsIn(error: unknown, fields: FieldCodes): FormProblems {
  const invalid = error instanceof ApiError ? error.fields : [];
  const named = invalid.flatMap(({ pointer, message }) => {
    const name = pointer.split('/').at(-1) ?? '';
    return name in fields ? [[name, message] as const] : [];
  });
  if (named.length > 0) return { whole: null, fields: Object.fromEntries(named) };
  const code = error instanceof ApiError ? error.code : '';
  const blamed = Object.keys(fields).find((name) => fields[name]?.includes(code));
  if (blamed !== undefined) return { whole: null, fields: { [blamed]: reasonOf(error) } };
  return { whole: reasonOf(error), fields: {} };
}
