import { digests, type Preferences } from '../../client/notice';
import { texts } from '../texts';
import { Choice } from '../ui/Field';
import { TimeZone } from './TimeZone';

const words = texts.notificationSettings;
const hours = Array.from({ length: 24 }, (_, hour) => ({
  value: hour,
  name: `${String(hour).padStart(2, '0')}:00`,
}));

interface DigestSettingsProps {
  preferences: Preferences;
  timeZone: string | undefined;
  onChange: (change: Partial<Preferences>) => void;
}

export function DigestSettings({ preferences, timeZone, onChange }: DigestSettingsProps) {
  return (
    <section className="section" aria-labelledby="digest-settings">
      <div>
        <h2 className="section-title" id="digest-settings">
          {words.digestTitle}
        </h2>
        <p className="soft">{words.digestHint}</p>
      </div>
      <div className="box box-pad">
        <div className="form-pair">
          <Choice
            label={words.digest}
            value={preferences.digest}
            options={digests.map((value) => ({ value, name: words.digests[value] }))}
            onChange={(digest) => onChange({ digest })}
          />
          {preferences.digest !== 'off' && (
            <Choice
              label={words.digestHour}
              value={preferences.digest_hour}
              options={hours}
              onChange={(digest_hour) => onChange({ digest_hour })}
            />
          )}
        </div>
        {timeZone && <TimeZone timeZone={timeZone} />}
      </div>
    </section>
  );
}
