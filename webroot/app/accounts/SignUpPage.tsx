import { useEffect, useState } from 'react';
import { Link, useSearch } from 'wouter';
import { routes } from '../routes';
import { api, session } from '../state/session';
import { texts } from '../texts';
import { Button } from '../ui/Button';
import { Field, FormProblem } from '../ui/Field';
import { useForm } from '../ui/useForm';
import { EmailField } from './EmailField';
import { Gate } from './Gate';
import { PasswordField } from './PasswordField';

const passwordLengthMin = 8;

export default function SignUpPage() {
  const search = useSearch();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const open = useRegistrationOpen();
  const form = useForm(async () => session.begin(await api.register({ name, email, password })), {
    name: [],
    email: ['email_taken'],
    password: [],
  });
  return (
    <Gate title={texts.accounts.signUpTitle} page={texts.accounts.signUp}>
      {open ? (
        <form className="form" onSubmit={form.submit}>
          <Field
            label={texts.accounts.name}
            hint={texts.accounts.nameHint}
            name="name"
            autoComplete="name"
            autoFocus
            required
            pattern=".*\S.*"
            maxLength={100}
            value={name}
            problem={form.problems.name}
            onChange={(event) => setName(event.target.value)}
          />
          <EmailField
            label={texts.accounts.email}
            value={email}
            problem={form.problems.email}
            onChange={(event) => setEmail(event.target.value)}
          />
          <PasswordField
            label={texts.accounts.password}
            hint={texts.accounts.passwordHint}
            name="password"
            autoComplete="new-password"
            required
            minLength={passwordLengthMin}
            maxLength={256}
            value={password}
            problem={form.problems.password}
            onChange={(event) => setPassword(event.target.value)}
          />
          {form.problem && <FormProblem>{form.problem}</FormProblem>}
          <Button type="submit" look="primary" busy={form.busy}>
            {texts.accounts.signUp}
          </Button>
        </form>
      ) : (
        <p className="soft">{texts.accounts.registrationClosed}</p>
      )}
      <p className="gate-other">
        {texts.accounts.haveAccount}{' '}
        <Link href={search ? `${routes.signIn}?${search}` : routes.signIn}>{texts.accounts.signIn}</Link>
      </p>
    </Gate>
  );
}

/** Open until the server says otherwise: where it cannot be asked, signing up tells soon enough. */
function useRegistrationOpen(): boolean {
  const [open, setOpen] = useState(true);
  useEffect(() => {
    api.config().then(
      (config) => setOpen(config.registration_open),
      () => undefined,
    );
  }, []);
  return open;
}
