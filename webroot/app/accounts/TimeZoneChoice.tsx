import { attempt } from '../state/errors';
import { api } from '../state/session';
import { patchOwn } from '../state/tandem';
import { texts } from '../texts';
import { Choice } from '../ui/Field';

const words = texts.accounts;
const everyZone = Intl.supportedValuesOf('timeZone');

/** Summaries come and days end by it in e-mails. */
export function TimeZoneChoice({ timeZone }: { timeZone: string }) {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const zones = [...new Set([timeZone, here, ...everyZone])];
  const choose = (time_zone: string) =>
    attempt(texts.notificationSettings.couldNotTimeZone, async () => {
      const user = await api.changeProfile({ time_zone });
      patchOwn((own) => ({ ...own, user }));
    });
  return (
    <Choice
      label={words.timeZone}
      value={timeZone}
      options={zones.map((value) => ({ value, name: nameOf(value, value === here) }))}
      onChange={choose}
    />
  );
}

function nameOf(zone: string, here: boolean): string {
  const name = zone.replaceAll('_', ' ');
  return here ? words.timeZoneHere(name) : name;
}
