import { Command } from 'cmdk';
import { Check } from 'lucide-react';
import { paletteTexts } from '../texts/palette';
import { Keys } from '../ui/Keys';
import type { Entry, EntryGroup } from './entries';
import { keysOf } from './shortcuts';
import { useActiveLine } from './useActiveLine';

const words = paletteTexts;

interface PaletteListProps {
  groups: readonly EntryGroup[];
  finding: 'idle' | 'searching' | 'found' | 'failed';
  onChoose: (entry: Entry) => void;
}

export function PaletteList({ groups, finding, onChoose }: PaletteListProps) {
  const list = useActiveLine();
  const results = groups.reduce((sum, { entries }) => sum + entries.length, 0);
  return (
    <>
      <Command.List ref={list} className="palette-list" label={words.list}>
        {groups.map(({ id, title, entries }) => (
          <Command.Group key={id} heading={title} className="palette-group">
            {entries.map((entry) => (
              <PaletteLine key={entry.id} value={`${id} ${entry.id}`} entry={entry} onChoose={onChoose} />
            ))}
          </Command.Group>
        ))}
      </Command.List>
      {results === 0 && finding !== 'searching' && (
        <div className="palette-nothing">
          <p>{words.nothing}</p>
          <p className="soft">{words.nothingHint}</p>
        </div>
      )}
      {finding === 'searching' && <p className="palette-state">{words.searching}</p>}
      {finding === 'failed' && <p className="palette-state palette-failed">{words.notReached}</p>}
      <p className="only-read-aloud" role="status">
        {said(results, finding)}
      </p>
    </>
  );
}

function said(results: number, finding: PaletteListProps['finding']): string {
  if (finding === 'searching') return words.searching;
  const found = results === 0 ? words.nothing : words.results(results);
  return finding === 'failed' ? `${found}. ${words.notReached}` : found;
}

interface PaletteLineProps {
  /** Tells a line from all others, also from the same entry in another group: cmdk takes them for one. */
  value: string;
  entry: Entry;
  onChoose: (entry: Entry) => void;
}

function PaletteLine({ value, entry, onChoose }: PaletteLineProps) {
  const { title, icon, detail, excerpt, shortcut, checked } = entry;
  return (
    <Command.Item className="palette-line" value={value} onSelect={() => onChoose(entry)}>
      <span className="palette-icon">{icon}</span>
      <span className="palette-text">
        <span className="palette-title">{title}</span>
        {excerpt && (
          <span className="palette-excerpt">
            {excerpt.map(({ text, hit }, index) =>
              // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never change.
              hit ? <mark key={index}>{text}</mark> : text,
            )}
          </span>
        )}
      </span>
      {detail && <span className="palette-detail">{detail}</span>}
      {checked && <Check size={15} className="palette-check" aria-hidden />}
      {shortcut && (
        <span className="key-hint" aria-hidden>
          <Keys keys={keysOf(shortcut)} />
        </span>
      )}
    </Command.Item>
  );
}
