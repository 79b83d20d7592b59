import { useState } from 'react';
import { themeIcons } from '../shell/AccountMenu';
import { api, session, signOut } from '../state/session';
import { patchOwn, useTandem } from '../state/tandem';
import { chooseTheme, themes, useTheme } from '../state/theme';
import { showToast } from '../state/toasts';
import { texts } from '../texts';
import { Avatar } from '../ui/Avatar';
import { Button } from '../ui/Button';
import { Field, FormProblem } from '../ui/Field';
import { useForm } from '../ui/useForm';
import { usePageTitle } from '../ui/usePageTitle';
import './Profile.css';

const words = texts.accounts;

export default function ProfilePage() {
  usePageTitle(words.profileTitle);
  const user = useTandem((state) => state.own?.user) ?? session.user;
  if (!user) return null;
  return (
    <div className="text-page">
      <header className="profile-head">
        <Avatar id={user.id} name={user.name} size={32} />
        <div>
          <h1 className="page-title">{user.name}</h1>
          <p className="soft">{user.email}</p>
        </div>
      </header>
      <NameForm key={user.name} name={user.name} />
      <Appearance />
      <PasswordForm />
      <Everywhere />
    </div>
  );
}

function NameForm({ name: saved }: { name: string }) {
  const [name, setName] = useState(saved);
  const form = useForm(async () => {
    const user = await api.changeProfile({ name: name.trim() });
    patchOwn((own) => ({ ...own, user }));
    showToast({ kind: 'info', title: words.nameSaved });
  });
  return (
    <form className="box box-pad" onSubmit={form.submit}>
      <Field
        label={words.name}
        hint={words.nameHint}
        autoComplete="name"
        required
        pattern=".*\S.*"
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      {form.problem && <FormProblem>{form.problem}</FormProblem>}
      <div className="form-actions">
        <Button type="submit" look="primary" busy={form.busy} disabled={name.trim() === saved}>
          {texts.actions.save}
        </Button>
      </div>
    </form>
  );
}

function Appearance() {
  const chosen = useTheme((state) => state.theme);
  return (
    <fieldset className="section appearance">
      <legend className="section-title">{words.appearance}</legend>
      <div className="appearance-choices">
        {themes.map((theme) => {
          const Icon = themeIcons[theme];
          return (
            <label className="appearance-choice" key={theme}>
              <input
                type="radio"
                name="theme"
                checked={theme === chosen}
                onChange={() => chooseTheme(theme)}
              />
              <Icon size={15} aria-hidden />
              {texts.navigation.themes[theme]}
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}

function PasswordForm() {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const form = useForm(async () => {
    await api.changeProfile({ password: next, current_password: current });
    setCurrent('');
    setNext('');
    showToast({ kind: 'info', title: words.passwordSaved });
  });
  return (
    <section className="section" aria-labelledby="change-password">
      <h2 className="section-title" id="change-password">
        {words.changePassword}
      </h2>
      <form className="box box-pad" onSubmit={form.submit}>
        <div className="form-pair">
          <Field
            label={words.currentPassword}
            type="password"
            autoComplete="current-password"
            required
            value={current}
            onChange={(event) => setCurrent(event.target.value)}
          />
          <Field
            label={words.newPassword}
            type="password"
            autoComplete="new-password"
            required
            minLength={8}
            maxLength={256}
            value={next}
            onChange={(event) => setNext(event.target.value)}
          />
        </div>
        {form.problem && <FormProblem>{form.problem}</FormProblem>}
        <div className="form-actions">
          <Button type="submit" busy={form.busy}>
            {words.changePassword}
          </Button>
        </div>
      </form>
    </section>
  );
}

function Everywhere() {
  return (
    <section className="section" aria-labelledby="sign-out-everywhere">
      <h2 className="section-title" id="sign-out-everywhere">
        {words.everywhereTitle}
      </h2>
      <div className="box box-row">
        <p className="box-grow soft">{words.everywhereHint}</p>
        <Button onClick={() => signOut(true).catch(() => undefined)}>{words.everywhere}</Button>
      </div>
    </section>
  );
}
