import { useState } from 'react';
import { api } from '../state/session';
import { patchOwn } from '../state/tandem';
import { showToast } from '../state/toasts';
import { texts } from '../texts';
import { Button } from '../ui/Button';
import { Field, FormProblem } from '../ui/Field';
import { useForm } from '../ui/useForm';

const words = texts.accounts;

export function NameForm({ name: saved }: { name: string }) {
  const [name, setName] = useState(saved);
  const form = useForm(
    async () => {
      const user = await api.changeProfile({ name: name.trim() });
      patchOwn((own) => ({ ...own, user }));
      showToast({ kind: 'info', title: words.nameSaved });
    },
    { name: [] },
  );
  return (
    <form className="profile-line profile-form" onSubmit={form.submit}>
      <Field
        label={words.name}
        hint={words.nameHint}
        autoComplete="name"
        required
        pattern=".*\S.*"
        maxLength={100}
        value={name}
        problem={form.problems.name}
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="submit" look="primary" busy={form.busy} disabled={name.trim() === saved}>
        {texts.actions.save}
      </Button>
      {form.problem && <FormProblem>{form.problem}</FormProblem>}
    </form>
  );
}
