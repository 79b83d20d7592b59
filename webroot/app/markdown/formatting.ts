/** A text in an editor, and what of it is selected; where both ends are the same, that is the caret. */
export interface Selected {
  text: string;
  from: number;
  to: number;
}

export type Format = (selected: Selected) => Selected;

export const bold: Format = (selected) => wrapped(selected, '**');
export const italic: Format = (selected) => wrapped(selected, '_');

/** Puts marks around the selection, or takes them away where they are; without one, around the word at the caret. */
function wrapped(selected: Selected, mark: string): Selected {
  const { text, from, to } = selected.from === selected.to ? word(selected) : trimmed(selected);
  const length = mark.length;
  const inside = text.slice(from, to);
  if (text.slice(from - length, from) === mark && text.slice(to, to + length) === mark) {
    return replaced(text, from - length, to + length, inside, 0, inside.length);
  }
  if (inside.length >= 2 * length && inside.startsWith(mark) && inside.endsWith(mark)) {
    const bare = inside.slice(length, -length);
    return replaced(text, from, to, bare, 0, bare.length);
  }
  return replaced(text, from, to, mark + inside + mark, length, length + inside.length);
}

/** Makes the selection a link, with the caret where its address belongs; an address becomes a link that wants its words. */
export const link: Format = (selected) => {
  const { text, from, to } = selected.from === selected.to ? word(selected) : trimmed(selected);
  const inside = text.slice(from, to);
  if (/^https?:\/\/\S+$/.test(inside)) return replaced(text, from, to, `[](${inside})`, 1, 1);
  const at = inside.length === 0 ? 1 : inside.length + 3;
  return replaced(text, from, to, `[${inside}]()`, at, at);
};

const item = /^(\s*)(?:([-*+])|(\d{1,9})([.)]))( +)(\[[ xX]\] +)?/;

/** What Enter does in a list: begins its next item, or ends the list on an empty one. `null`: nothing out of the ordinary. */
export function nextItem({ text, from, to }: Selected): Selected | null {
  const lineFrom = text.lastIndexOf('\n', from - 1) + 1;
  const start = item.exec(text.slice(lineFrom, from));
  if (start === null) return null;
  const lineEnd = text.indexOf('\n', from);
  const line = text.slice(lineFrom, lineEnd < 0 ? text.length : lineEnd);
  if (line.trim() === start[0].trim()) return replaced(text, lineFrom, lineFrom + line.length, '', 0, 0);
  const begun = `\n${following(start)}`;
  return replaced(text, from, to, begun, begun.length, begun.length);
}

function following([, indent = '', bullet, number, dot = '', space = ' ', box]: RegExpExecArray): string {
  const mark = bullet ?? `${Number(number) + 1}${dot}`;
  return indent + mark + space + (box === undefined ? '' : '[ ] ');
}

function replaced(
  text: string,
  from: number,
  to: number,
  by: string,
  selectFrom: number,
  selectTo: number,
): Selected {
  return {
    text: text.slice(0, from) + by + text.slice(to),
    from: from + selectFrom,
    to: from + selectTo,
  };
}

function word({ text, from: caret }: Selected): Selected {
  const before = /[\p{L}\p{N}]*$/u.exec(text.slice(0, caret))?.[0].length ?? 0;
  const after = /^[\p{L}\p{N}]*/u.exec(text.slice(caret))?.[0].length ?? 0;
  return { text, from: caret - before, to: caret + after };
}

/** A mark next to a space would be no mark. */
function trimmed({ text, from, to }: Selected): Selected {
  const inside = text.slice(from, to);
  const start = inside.length - inside.trimStart().length;
  const end = inside.length - inside.trimEnd().length;
  return start === inside.length ? { text, from, to } : { text, from: from + start, to: to - end };
}
