import type { Id } from './model';

/** Somebody who can be mentioned. */
export interface Mentionable {
  user_id: Id;
  name: string;
}

/** A piece of a comment: plain text, or a mention with its `@`. */
export interface Piece {
  text: string;
  mention: Mentionable | null;
}

/**
 * A text in pieces. A mention is an `@` that no letter or digit stands before, and the whole name of one of these
 * people; where one name begins with another, the longer one counts.
 */
export function piecesOf(text: string, people: readonly Mentionable[]): Piece[] {
  const longestFirst = people.toSorted((left, right) => right.name.length - left.name.length);
  const pieces: Piece[] = [];
  let plainFrom = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const mention = standsAlone(text[at - 1]) ? mentionAt(text, at, longestFirst) : null;
    if (mention === null) continue;
    const end = at + 1 + mention.name.length;
    if (at > plainFrom) pieces.push({ text: text.slice(plainFrom, at), mention: null });
    pieces.push({ text: text.slice(at, end), mention });
    plainFrom = end;
    at = end - 1;
  }
  if (plainFrom < text.length) pieces.push({ text: text.slice(plainFrom), mention: null });
  return pieces;
}

function mentionAt(text: string, at: number, people: readonly Mentionable[]): Mentionable | null {
  const rest = text.slice(at + 1);
  return (
    people.find(({ name }) => same(rest.slice(0, name.length), name) && standsAlone(rest[name.length])) ??
    null
  );
}

/** Whom a text mentions. Where several have the same name: those who were picked from the list, else all of them. */
export function mentionedIn(
  text: string,
  people: readonly Mentionable[],
  picked: ReadonlySet<Id> = new Set(),
): Id[] {
  const named = piecesOf(text, people).flatMap(({ mention }) => (mention === null ? [] : [mention.name]));
  const ids = [...new Set(named)].flatMap((name) => {
    const bearers = people.filter((person) => same(person.name, name)).map(({ user_id }) => user_id);
    const chosen = bearers.filter((id) => picked.has(id));
    return chosen.length > 0 ? chosen : bearers;
  });
  return ids.slice(0, mentionsMax);
}

const mentionsMax = 50;
const queryLengthMax = 40;

export interface MentionQuery {
  /** Where its `@` stands. */
  at: number;
  text: string;
}

/** The mention that is being typed right before the caret. */
export function queryBefore(caret: number, text: string): MentionQuery | null {
  const at = text.lastIndexOf('@', caret - 1);
  if (at < 0 || !standsAlone(text[at - 1])) return null;
  const query = text.slice(at + 1, caret);
  if (query.length > queryLengthMax || /\n|^\s|\s\s/.test(query)) return null;
  return { at, text: query };
}

/** Whose name, or a word of it, begins with what was typed. Those whose whole name does come first. */
export function suggestionsFor<Person extends Mentionable>(
  query: string,
  people: readonly Person[],
  max = 6,
): Person[] {
  const typed = plain(query);
  const starts = people.filter(({ name }) => plain(name).startsWith(typed));
  const inside = people.filter(
    (person) => !starts.includes(person) && plain(person.name).includes(` ${typed}`),
  );
  return [...starts, ...inside].slice(0, max);
}

/** Puts somebody in the place of what was typed; answers with the text and where the caret belongs. */
export function withMention(
  text: string,
  query: MentionQuery,
  name: string,
): { text: string; caret: number } {
  const before = `${text.slice(0, query.at)}@${name} `;
  const after = text.slice(query.at + 1 + query.text.length).replace(/^ /, '');
  return { text: before + after, caret: before.length };
}

function standsAlone(neighbour: string | undefined): boolean {
  return neighbour === undefined || !/[\p{L}\p{N}_]/u.test(neighbour);
}

function same(left: string, right: string): boolean {
  return left.toLocaleLowerCase() === right.toLocaleLowerCase();
}

/** A text as it is searched: without case and accents. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}
