import { texts } from '../texts';
import { Dialog } from '../ui/Dialog';
import { Keys } from '../ui/Keys';
import { showNothing } from './palette';
import { type ShortcutGroup, shortcutGroups, shortcuts } from './shortcuts';
import { useSingleKeys } from './singleKeys';
import './ShortcutSheet.css';

const words = texts.shortcuts;

/** Every key there is, group by group. */
export default function ShortcutSheet() {
  const on = useSingleKeys((state) => state.on);
  return (
    <Dialog open onClose={showNothing} title={words.title} className="sheet">
      {!on && <p className="sheet-off">{words.off}</p>}
      <div className="sheet-groups">
        {shortcutGroups.map((group) => (
          <Group key={group} group={group} />
        ))}
      </div>
    </Dialog>
  );
}

function Group({ group }: { group: ShortcutGroup }) {
  return (
    <section className="sheet-group" aria-labelledby={`sheet-${group}`}>
      <h3 id={`sheet-${group}`} className="sheet-title">
        {words.groups[group]}
      </h3>
      {group === 'task' && <p className="sheet-hint">{words.taskHint}</p>}
      <dl>
        {shortcuts
          .filter((shortcut) => shortcut.group === group)
          .map(({ id, keys }) => (
            <div key={id} className="sheet-line">
              <dt>{words.names[id]}</dt>
              <dd>
                <Keys keys={keys} />
              </dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
