import { ShortcutSetting } from '../commands/ShortcutSetting';
import { SoundSetting } from '../notifications/SoundSetting';
import { Face } from '../presence/StatusDot';
import { session, signOut } from '../state/session';
import { useTandem } from '../state/tandem';
import { texts } from '../texts';
import { Button } from '../ui/Button';
import { usePageTitle } from '../ui/usePageTitle';
import { Appearance } from './Appearance';
import { EmailForm } from './EmailForm';
import { NameForm } from './NameForm';
import { PasswordForm } from './PasswordForm';
import { StatusChoice } from './StatusChoice';
import { TimeZoneChoice } from './TimeZoneChoice';
import './Profile.css';

const words = texts.accounts;

export default function ProfilePage() {
  usePageTitle(words.profileTitle);
  const user = useTandem((state) => state.own?.user) ?? session.user;
  const status = useTandem((state) => state.own?.status ?? null);
  if (!user) return null;
  return (
    <div className="text-page">
      <header className="profile-head">
        <Face person={{ user_id: user.id, name: user.name }} status={status} size={32} />
        <div>
          <h1 className="page-title">{user.name}</h1>
          <p className="soft">{user.email}</p>
        </div>
      </header>
      <section className="section" aria-labelledby="about-me">
        <h2 className="section-title" id="about-me">
          {words.aboutTitle}
        </h2>
        <div className="box box-pad">
          <NameForm key={user.name} name={user.name} />
          <TimeZoneChoice timeZone={user.time_zone} />
        </div>
      </section>
      <StatusChoice />
      <Appearance />
      <SoundSetting />
      <ShortcutSetting />
      <section className="section" aria-labelledby="signing-in">
        <h2 className="section-title" id="signing-in">
          {words.signingInTitle}
        </h2>
        <div className="box box-pad profile-sign-in">
          <EmailForm email={user.email} />
          <PasswordForm email={user.email} />
          <Everywhere />
        </div>
      </section>
    </div>
  );
}

function Everywhere() {
  return (
    <div className="profile-line">
      <div className="box-grow">
        <p className="profile-line-title">{words.everywhereTitle}</p>
        <p className="soft">{words.everywhereHint}</p>
      </div>
      <Button onClick={() => signOut(true).catch(() => undefined)}>{words.everywhere}</Button>
    </div>
  );
}
