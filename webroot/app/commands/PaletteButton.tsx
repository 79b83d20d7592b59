import { Search } from 'lucide-react';
import { texts } from '../texts';
import { IconButton } from '../ui/Button';
import { Keys } from '../ui/Keys';
import { ariaKeys } from '../ui/keyNames';
import { openPalette } from './perform';
import { keysOf } from './shortcuts';
import './PaletteButton.css';

/** In the sidebar. */
export function PaletteButton() {
  return (
    <button
      type="button"
      className="palette-button"
      aria-keyshortcuts={ariaKeys(keysOf('palette'))}
      onClick={openPalette}
    >
      <Search size={15} aria-hidden />
      <span className="palette-button-text">{texts.commands.open}</span>
      <span className="key-hint" aria-hidden>
        <Keys keys={keysOf('palette')} />
      </span>
    </button>
  );
}

/** In a phone's bar. */
export function PaletteIcon() {
  return (
    <IconButton label={texts.commands.open} icon={<Search size={18} />} onClick={openPalette} tip={false} />
  );
}
