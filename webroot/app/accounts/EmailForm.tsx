import { useState } from 'react';
import { api } from '../state/session';
import { patchOwn } from '../state/tandem';
import { showToast } from '../state/toasts';
import { texts } from '../texts';
import { Button } from '../ui/Button';
import { FormProblem } from '../ui/Field';
import { useForm } from '../ui/useForm';
import { EmailField } from './EmailField';
import { PasswordField } from './PasswordField';
import { Unfolding } from './Unfolding';

const words = texts.accounts;

export function EmailForm({ email }: { email: string }) {
  return (
    <Unfolding title={words.email} value={email} action={words.changeEmail}>
      {(fold) => <Form onDone={fold} />}
    </Unfolding>
  );
}

function Form({ onDone }: { onDone: () => void }) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const form = useForm(
    async () => {
      const user = await api.changeProfile({ email: email.trim(), current_password: password });
      patchOwn((own) => ({ ...own, user }));
      showToast({ kind: 'info', title: words.emailSaved });
      onDone();
    },
    { email: ['email_taken'], current_password: ['wrong_credentials'] },
  );
  return (
    <form className="form" onSubmit={form.submit}>
      <div className="form-pair">
        <EmailField
          label={words.newEmail}
          autoFocus
          value={email}
          problem={form.problems.email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <PasswordField
          label={words.currentPassword}
          autoComplete="current-password"
          required
          value={password}
          problem={form.problems.current_password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </div>
      {form.problem && <FormProblem>{form.problem}</FormProblem>}
      <div className="form-actions">
        <Button onClick={onDone}>{texts.actions.cancel}</Button>
        <Button type="submit" look="primary" busy={form.busy}>
          {words.changeEmail}
        </Button>
      </div>
    </form>
  );
}
