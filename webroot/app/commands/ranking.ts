/** How well something matches what somebody typed: accents and case do not count, letters may be left out. */

export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
}

/** 0: not at all. 1: exactly. Both texts are folded. */
export function score(query: string, text: string): number {
  if (query === '') return 0.1;
  if (text === query) return 1;
  if (text.startsWith(query)) return 0.9;
  const words = query.split(/\s+/).filter((word) => word !== '');
  const scores = words.map((word) => wordScore(word, text));
  if (scores.every((each) => each > 0)) return Math.min(...scores);
  return 0;
}

function wordScore(word: string, text: string): number {
  let at = text.indexOf(word);
  if (at < 0) return 0;
  while (at >= 0) {
    if (beginsWord(text, at)) return 0.8;
    at = text.indexOf(word, at + 1);
  }
  return 0.5;
}

/** All letters are there in their order, the first at the beginning of a word. */
function isScattered(query: string, text: string): boolean {
  let at = wordBeginningWith(query.charAt(0), text);
  if (query.length < 3) return false;
  for (const letter of query.replaceAll(' ', '')) {
    at = at < 0 ? -1 : text.indexOf(letter, at) + 1;
    if (at <= 0) return false;
  }
  return true;
}

function wordBeginningWith(letter: string, text: string): number {
  let at = text.indexOf(letter);
  while (at >= 0 && !beginsWord(text, at)) at = text.indexOf(letter, at + 1);
  return at;
}

const partOfWord = /[\p{L}\p{N}]/u;

function beginsWord(text: string, at: number): boolean {
  return at === 0 || !partOfWord.test(text.charAt(at - 1));
}

interface Findable {
  title: string;
  /** Other words to find it by. They count less than the title. */
  words?: string | undefined;
}

export interface Ranked<Item> {
  item: Item;
  score: number;
}

const foldedTexts = new WeakMap<object, { title: string; all: string }>();

/** The best first, those that match equally well in the order they came in. */
export function bestOf<Item extends Findable>(
  query: string,
  items: readonly Item[],
  max: number,
): Ranked<Item>[] {
  const folded = fold(query.trim());
  return items
    .map((item) => ({ item, score: scoreOf(folded, item) }))
    .filter((ranked) => ranked.score > 0)
    .sort((left, right) => right.score - left.score)
    .slice(0, max);
}

function scoreOf(query: string, item: Findable): number {
  let text = foldedTexts.get(item);
  if (text === undefined) {
    text = { title: fold(item.title), all: fold(`${item.title} ${item.words ?? ''}`) };
    foldedTexts.set(item, text);
  }
  const byTitle = score(query, text.title) || (isScattered(query, text.title) ? 0.2 : 0);
  return item.words === undefined ? byTitle : Math.max(byTitle, 0.75 * score(query, text.all));
}
