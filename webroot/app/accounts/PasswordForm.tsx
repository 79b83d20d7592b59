import { useState } from 'react';
import { api } from '../state/session';
import { showToast } from '../state/toasts';
import { texts } from '../texts';
import { Button } from '../ui/Button';
import { FormProblem } from '../ui/Field';
import { useForm } from '../ui/useForm';
import { PasswordField } from './PasswordField';
import { Unfolding } from './Unfolding';

const words = texts.accounts;

export function PasswordForm({ email }: { email: string }) {
  return (
    <Unfolding title={words.password} value={words.passwordStands} action={words.changePassword}>
      {(fold) => <Form email={email} onDone={fold} />}
    </Unfolding>
  );
}

function Form({ email, onDone }: { email: string; onDone: () => void }) {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const form = useForm(
    async () => {
      await api.changeProfile({ password: next, current_password: current });
      showToast({ kind: 'info', title: words.passwordSaved });
      onDone();
    },
    { password: [], current_password: ['wrong_credentials'] },
  );
  return (
    <form className="form" onSubmit={form.submit}>
      {/* So that password managers know whose it is. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <div className="form-pair">
        <PasswordField
          label={words.currentPassword}
          autoComplete="current-password"
          autoFocus
          required
          value={current}
          problem={form.problems.current_password}
          onChange={(event) => setCurrent(event.target.value)}
        />
        <PasswordField
          label={words.newPassword}
          hint={words.passwordHint}
          autoComplete="new-password"
          required
          minLength={8}
          maxLength={256}
          value={next}
          problem={form.problems.password}
          onChange={(event) => setNext(event.target.value)}
        />
      </div>
      {form.problem && <FormProblem>{form.problem}</FormProblem>}
      <div className="form-actions">
        <Button onClick={onDone}>{texts.actions.cancel}</Button>
        <Button type="submit" look="primary" busy={form.busy}>
          {words.changePassword}
        </Button>
      </div>
    </form>
  );
}
