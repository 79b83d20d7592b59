import { Search, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { texts } from '../texts';
import { IconButton } from '../ui/Button';

interface SearchFieldProps {
  text: string;
  onSearch: (text: string) => void;
}

/** Browsers refuse an address that changes with every key of a fast typist. */
const quietMs = 120;

/** Shows what the address says, but for what is being typed. */
export function SearchField({ text, onSearch }: SearchFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const search = useRef(onSearch);
  search.current = onSearch;
  useEffect(() => {
    if (typed === null) return;
    const timer = setTimeout(() => {
      search.current(typed);
      setTyped(null);
    }, quietMs);
    return () => clearTimeout(timer);
  }, [typed]);
  const shown = typed ?? text;
  const clear = () => {
    setTyped('');
    field.current?.focus();
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    if (shown === '') field.current?.blur();
    else setTyped('');
  };
  return (
    <div className="search-field">
      <Search size={14} aria-hidden />
      <input
        ref={field}
        type="search"
        enterKeyHint="search"
        autoComplete="off"
        spellCheck={false}
        data-search-field
        aria-label={texts.filters.search}
        placeholder={texts.filters.searchPlaceholder}
        value={shown}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={pressed}
      />
      {shown !== '' && (
        <IconButton
          label={texts.filters.clearSearch}
          icon={<X size={13} aria-hidden />}
          tip={false}
          onClick={clear}
        />
      )}
    </div>
  );
}
