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
  if (node instanceof Text) return { before: before.toString(), next: node.data.charAt(offset) };
  // Beside the text, on the mark of a list for instance: what follows in there is what was meant.
  const behind = document.createRange();
  behind.selectNodeContents(node);
  behind.setStart(node, offset);
  return { before: before.toString(), next: behind.toString().trimStart().charAt(0) };
}
