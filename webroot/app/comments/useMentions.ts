import { type KeyboardEvent, useState } from 'react';
import {
  type Mentionable,
  type MentionQuery,
  queryBefore,
  suggestionsFor,
  withMention,
} from '../../client/mentions';
import { session } from '../state/session';

interface MentionsOptions {
  value: string;
  people: readonly Mentionable[];
  onPicked: (person: Mentionable, text: string, caret: number) => void;
}

const noOne: Mentionable[] = [];

/** The list of people that opens behind an `@`, and the keys that go through it. */
export function useMentions({ value, people, onPicked }: MentionsOptions) {
  const [query, setQuery] = useState<MentionQuery | null>(null);
  const [active, setActive] = useState(0);
  const suggestions =
    query === null
      ? noOne
      : suggestionsFor(
          query.text,
          people.filter(({ user_id }) => user_id !== session.user?.id),
        );
  const look = (text: string, caret: number) => {
    setQuery(people.length === 0 ? null : queryBefore(caret, text));
    setActive(0);
  };
  const close = () => setQuery(null);
  const pick = (person: Mentionable) => {
    if (query === null) return;
    close();
    const { text, caret } = withMention(value, query, person.name);
    onPicked(person, text, caret);
  };
  /** Whether the key was for the list. */
  const press = ({ key }: KeyboardEvent): boolean => {
    const chosen = suggestions[active];
    if (chosen === undefined) return false;
    if (key === 'Enter' || key === 'Tab') pick(chosen);
    else if (key === 'ArrowDown') setActive((active + 1) % suggestions.length);
    else if (key === 'ArrowUp') setActive((active + suggestions.length - 1) % suggestions.length);
    else if (key === 'Escape') close();
    else return false;
    return true;
  };
  return { suggestions, active, look, close, pick, press };
}
