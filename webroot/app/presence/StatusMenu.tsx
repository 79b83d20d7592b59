import { statuses } from '../../client/model';
import { chooseStatus } from '../state/commands';
import { useTandem } from '../state/tandem';
import { texts } from '../texts';
import { MenuChoice, SubMenu } from '../ui/Menu';
import { StatusDot } from './StatusDot';

/** What one says of oneself, to choose. */
export function StatusMenu() {
  const status = useTandem((state) => state.own?.status ?? 'available');
  return (
    <SubMenu icon={<StatusDot status={status} />} label={texts.presence.statusIs(texts.statuses[status])}>
      {statuses.map((each) => (
        <MenuChoice
          key={each}
          icon={<StatusDot status={each} />}
          checked={each === status}
          onSelect={() => chooseStatus(each)}
        >
          {texts.statuses[each]}
          <span className="status-hint">{texts.statusHints[each]}</span>
        </MenuChoice>
      ))}
    </SubMenu>
  );
}
