import { CircleAlert, CloudOff, MailX } from 'lucide-react';
import { useServerMail } from '../state/config';
import { reasonOf } from '../state/errors';
import { retryNow, useTandem } from '../state/tandem';
import { texts } from '../texts';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { usePageTitle } from '../ui/usePageTitle';
import { DigestSettings } from './DigestSettings';
import { DueSetting } from './DueSetting';
import { KindTable } from './KindTable';
import { MuteList } from './MuteList';
import { SoundSetting } from './SoundSetting';
import { usePreferences } from './usePreferences';
import './NotificationSettings.css';

const words = texts.notificationSettings;

export default function NotificationSettingsPage() {
  usePageTitle(words.title);
  const { preferences, state, change, retry } = usePreferences();
  const timeZone = useTandem((shown) => shown.own?.user.time_zone);
  const mail = useServerMail();
  return (
    <div className="text-page">
      <header className="text-page-head">
        <h1 className="page-title">{words.title}</h1>
        <SavingMark status={state.status} />
      </header>
      {state.status === 'failed' && <NotSaved error={state.error} onRetry={retry} />}
      {preferences === null ? (
        <Waiting />
      ) : (
        <>
          {mail === false && <NoMail />}
          <KindTable preferences={preferences} onChange={change} />
          <DigestSettings preferences={preferences} timeZone={timeZone} onChange={change} />
          <DueSetting preferences={preferences} onChange={change} />
        </>
      )}
      <SoundSetting />
      <MuteList />
    </div>
  );
}

function SavingMark({ status }: { status: string }) {
  const said = status === 'saving' ? words.saving : status === 'saved' ? words.saved : '';
  return (
    <span className="soft" role="status">
      {said}
    </span>
  );
}

function NotSaved({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return (
    <div className="settings-note settings-note-problem" role="alert">
      <CircleAlert size={16} aria-hidden />
      <p className="box-grow">
        <b>{words.notSaved}.</b> {reasonOf(error)}
      </p>
      <Button onClick={onRetry}>{texts.actions.retry}</Button>
    </div>
  );
}

function NoMail() {
  return (
    <div className="settings-note">
      <MailX size={16} aria-hidden />
      <p className="box-grow">
        <b>{words.noMail}.</b> {words.noMailHint}
      </p>
    </div>
  );
}

/** Nothing to show yet: still loading, or not to be had. */
function Waiting() {
  const failed = useTandem((state) => state.ownStatus === 'failed' || state.own !== null);
  if (!failed) {
    return (
      <div className="settings-outline" role="status" aria-label={texts.states.loading}>
        {[1, 2, 3, 4, 5, 6].map((line) => (
          <div key={line} className="skeleton" />
        ))}
      </div>
    );
  }
  return (
    <div className="box">
      <Notice icon={<CloudOff size={20} />} title={words.loadFailed} hint={texts.problems.network ?? ''}>
        <Button look="primary" onClick={retryNow}>
          {texts.actions.retry}
        </Button>
      </Notice>
    </div>
  );
}
