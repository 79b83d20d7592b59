import { themeIcons } from '../shell/AccountMenu';
import { chooseTheme, themes, useTheme } from '../state/theme';
import { texts } from '../texts';

export function Appearance() {
  const chosen = useTheme((state) => state.theme);
  return (
    <fieldset className="section appearance">
      <legend className="section-title">{texts.accounts.appearance}</legend>
      <div className="appearance-choices">
        {themes.map((theme) => {
          const Icon = themeIcons[theme];
          return (
            <label className="appearance-choice" key={theme}>
              <input
                type="radio"
                name="theme"
                checked={theme === chosen}
                onChange={() => chooseTheme(theme)}
              />
              <Icon size={15} aria-hidden />
              {texts.navigation.themes[theme]}
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
