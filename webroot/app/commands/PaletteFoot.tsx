import { texts } from '../texts';
import { paletteTexts } from '../texts/palette';

const { hints } = paletteTexts;
const { keys } = texts.shortcuts;

/** The keys that work in the palette itself. */
export function PaletteFoot({ nested }: { nested: boolean }) {
  return (
    <p className="palette-foot key-hint">
      <span>
        <kbd className="key">↑</kbd> <kbd className="key">↓</kbd> {hints.move}
      </span>
      <span>
        <kbd className="key">{keys.enter}</kbd> {hints.choose}
      </span>
      {nested && (
        <span>
          <kbd className="key">{keys.backspace}</kbd> {hints.back}
        </span>
      )}
    </p>
  );
}
