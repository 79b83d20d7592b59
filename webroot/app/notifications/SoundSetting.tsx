import { texts } from '../texts';
import { chooseSound, useSound } from './sound';

const words = texts.notificationSettings;

export function SoundSetting() {
  const on = useSound((state) => state.on);
  return (
    <section className="section" aria-labelledby="sound-settings">
      <h2 className="section-title" id="sound-settings">
        {words.soundTitle}
      </h2>
      <div className="box">
        <label className="box-row sound-choice">
          <input type="checkbox" checked={on} onChange={(event) => chooseSound(event.target.checked)} />
          {words.sound}
        </label>
      </div>
    </section>
  );
}
