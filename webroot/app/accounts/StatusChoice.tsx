import { statuses } from '../../client/model';
import { StatusDot } from '../presence/StatusDot';
import { chooseStatus } from '../state/commands';
import { useTandem } from '../state/tandem';
import { texts } from '../texts';

/** What one says of oneself. */
export function StatusChoice() {
  const chosen = useTandem((state) => state.own?.status ?? 'available');
  return (
    <fieldset className="section appearance">
      <legend className="section-title">{texts.accounts.statusTitle}</legend>
      <div className="appearance-choices">
        {statuses.map((status) => (
          <label className="appearance-choice" key={status}>
            <input
              type="radio"
              name="status"
              checked={status === chosen}
              onChange={() => chooseStatus(status)}
            />
            <StatusDot status={status} />
            {texts.statuses[status]}
          </label>
        ))}
      </div>
      <p className="soft">{texts.statusHints[chosen]}</p>
    </fieldset>
  );
}
