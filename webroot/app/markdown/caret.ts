/** A place in what is rendered: all the text before it, and the letter right behind it in the same piece of text, if any. */
export interface RenderedPlace {
  before: string;
  next: string;
}

/**
 * Where in the source somebody pressed. What is rendered stands in the source in the same order, with marks in between: so
 * the place is where the letters before it have all been passed, and what then stands between there and the next letter is marks.
 */
export function sourceOffset(source: string, { before, next }: RenderedPlace): number {
  let at = 0;
  for (const letter of before.replace(/\s+/g, '')) {
    const found = source.indexOf(letter, at);
    if (found >= 0) at = found + letter.length;
  }
  const found = next.trim() === '' ? -1 : source.indexOf(next, at);
  return found < 0 ? at : found;
}

/** The place of a point on the screen; `null` where the browser cannot tell. */
export function renderedPlace(element: HTMLElement, x: number, y: number): RenderedPlace | null {
  const place = document.caretPositionFromPoint?.(x, y);
  if (!place || !element.contains(place.offsetNode)) return null;
  const { offsetNode: node, offset } = place;
  const before = document.createRange();
  before.setStart(element, 0);
  before.setEnd(node, offset);
  return { before: before.toString(), next: letterBehind(node, offset) };
}

const blocks = 'li, p, h3, h4, h5, h6, th, td, pre, blockquote';

/** Where nothing stands before the place in its line, as on the mark of a list, what follows in it is what was meant. */
function letterBehind(node: Node, offset: number): string {
  const block = (node instanceof Element ? node : node.parentElement)?.closest(blocks);
  if (!block) return '';
  const line = document.createRange();
  line.selectNodeContents(block);
  const text = line.toString();
  line.setStart(node, offset);
  const rest = line.toString();
  const atStart = text.slice(0, text.length - rest.length).trim() === '';
  if (atStart) return rest.trimStart().charAt(0);
  return node instanceof Text ? node.data.charAt(offset) : '';
}
