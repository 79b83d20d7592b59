import {
  type Channels,
  type NotificationKind,
  notificationKinds,
  type Preferences,
} from '../../client/notice';
import { texts } from '../texts';

const words = texts.notificationSettings;
const channels = [
  { channel: 'in_app', name: words.inApp },
  { channel: 'email', name: words.email },
] as const;

interface KindTableProps {
  preferences: Preferences;
  onChange: (change: Partial<Preferences>) => void;
}

/** What somebody hears of, and how: a row for each kind, a column for each channel. */
export function KindTable({ preferences, onChange }: KindTableProps) {
  const choose = (kind: NotificationKind, chosen: Channels) =>
    onChange({ kinds: { ...preferences.kinds, [kind]: chosen } });
  return (
    <section className="section" aria-labelledby="notification-kinds">
      <div>
        <h2 className="section-title" id="notification-kinds">
          {words.kindsTitle}
        </h2>
        <p className="soft">{words.kindsHint}</p>
      </div>
      <table className="box kind-table" aria-labelledby="notification-kinds">
        <thead>
          <tr>
            <th scope="col">{words.kind}</th>
            {channels.map(({ channel, name }) => (
              <th scope="col" key={channel} className="kind-cell">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {notificationKinds.map((kind) => (
            <KindRow
              key={kind}
              kind={kind}
              chosen={preferences.kinds[kind] ?? { in_app: true, email: false }}
              onChoose={(chosen) => choose(kind, chosen)}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface KindRowProps {
  kind: NotificationKind;
  chosen: Channels;
  onChoose: (chosen: Channels) => void;
}

function KindRow({ kind, chosen, onChoose }: KindRowProps) {
  const name = texts.notifications.kinds[kind];
  return (
    <tr>
      <th scope="row">
        <span className="kind-name">{name}</span>
        <span className="kind-hint">{words.hints[kind]}</span>
      </th>
      {channels.map(({ channel, name: channelName }) => (
        <td key={channel} className="kind-cell">
          <label className="kind-check">
            <input
              type="checkbox"
              aria-label={words.cell(name, channelName)}
              checked={chosen[channel]}
              onChange={(event) => onChoose({ ...chosen, [channel]: event.target.checked })}
            />
          </label>
        </td>
      ))}
    </tr>
  );
}
