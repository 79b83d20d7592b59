import { attempt } from '../state/errors';
import { api } from '../state/session';
import { patchOwn } from '../state/tandem';
import { texts } from '../texts';
import { Button } from '../ui/Button';

const words = texts.notificationSettings;

/** Digests and dates in e-mails keep to the person's time zone; here it is brought in line with the device's. */
export function TimeZone({ timeZone }: { timeZone: string }) {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const use = () =>
    attempt(words.couldNotTimeZone, async () => {
      const user = await api.changeProfile({ time_zone: here });
      patchOwn((own) => ({ ...own, user }));
    });
  return (
    <div className="time-zone">
      <p className="soft box-grow">{words.timeZone(timeZone)}</p>
      {here && here !== timeZone && <Button onClick={use}>{words.takeTimeZone(here)}</Button>}
    </div>
  );
}
