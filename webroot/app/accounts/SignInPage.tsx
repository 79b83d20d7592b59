import { useState } from 'react';
import { Link, useSearch } from 'wouter';
import { routes } from '../routes';
import { api, session } from '../state/session';
import { texts } from '../texts';
import { Button } from '../ui/Button';
import { FormProblem } from '../ui/Field';
import { useForm } from '../ui/useForm';
import { EmailField } from './EmailField';
import { Gate } from './Gate';
import { PasswordField } from './PasswordField';

export default function SignInPage() {
  const search = useSearch();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const form = useForm(async () => session.begin(await api.signIn({ email, password })), {
    password: ['wrong_credentials'],
  });
  return (
    <Gate title={texts.accounts.signInTitle} page={texts.accounts.signIn}>
      <form className="form" onSubmit={form.submit}>
        <EmailField
          label={texts.accounts.email}
          autoFocus
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <PasswordField
          label={texts.accounts.password}
          name="password"
          autoComplete="current-password"
          required
          value={password}
          problem={form.problems.password}
          onChange={(event) => setPassword(event.target.value)}
        />
        {form.problem && <FormProblem>{form.problem}</FormProblem>}
        <Button type="submit" look="primary" busy={form.busy}>
          {texts.accounts.signIn}
        </Button>
      </form>
      <p className="gate-other">
        {texts.accounts.noAccount}{' '}
        <Link href={search ? `${routes.signUp}?${search}` : routes.signUp}>{texts.accounts.signUp}</Link>
      </p>
    </Gate>
  );
}
