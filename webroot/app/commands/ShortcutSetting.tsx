import { texts } from '../texts';
import { Button } from '../ui/Button';
import { show } from './palette';
import { chooseSingleKeys, useSingleKeys } from './singleKeys';
import './ShortcutSetting.css';

const words = texts.shortcuts;

export function ShortcutSetting() {
  const on = useSingleKeys((state) => state.on);
  return (
    <section className="section" aria-labelledby="keyboard-settings">
      <h2 className="section-title" id="keyboard-settings">
        {words.settingTitle}
      </h2>
      <div className="box">
        <div className="box-row">
          <label className="box-grow shortcut-choice">
            <input
              type="checkbox"
              checked={on}
              aria-describedby="keyboard-hint"
              onChange={(event) => chooseSingleKeys(event.target.checked)}
            />
            {words.setting}
          </label>
          <Button onClick={() => show({ kind: 'sheet' })}>{words.show}</Button>
        </div>
        <p className="box-row soft" id="keyboard-hint">
          {words.settingHint}
        </p>
      </div>
    </section>
  );
}
