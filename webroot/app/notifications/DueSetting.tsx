import type { Preferences } from '../../client/notice';
import { texts } from '../texts';
import { Choice } from '../ui/Field';

const words = texts.notificationSettings;
const usual = [1, 2, 4, 8, 12, 24, 48, 72, 168];

interface DueSettingProps {
  preferences: Preferences;
  onChange: (change: Partial<Preferences>) => void;
}

export function DueSetting({ preferences: { due_soon_hours }, onChange }: DueSettingProps) {
  return (
    <section className="section" aria-labelledby="due-settings">
      <h2 className="section-title" id="due-settings">
        {words.dueTitle}
      </h2>
      <div className="box box-pad">
        <Choice
          label={words.dueSoon}
          value={due_soon_hours}
          options={hoursWith(due_soon_hours).map((hours) => ({
            value: hours,
            name: words.dueSoonHours(hours),
          }))}
          onChange={(hours) => onChange({ due_soon_hours: hours })}
        />
      </div>
    </section>
  );
}

/** The usual ones, and the present one where somebody has set another through the API. */
function hoursWith(present: number): number[] {
  return [...new Set([...usual, present])].toSorted((left, right) => left - right);
}
