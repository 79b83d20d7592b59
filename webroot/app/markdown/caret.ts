/**
 * Where in the source somebody pressed, from the rendered text before that place. What is rendered stands in the source in
 * the same order, with marks in between: so the place is where its letters have all been passed.
 */
export function sourceOffset(source: string, renderedBefore: string): number {
  let at = 0;
  for (const letter of renderedBefore.replace(/\s+/g, '')) {
    const found = source.indexOf(letter, at);
    if (found >= 0) at = found + letter.length;
  }
  return at;
}

/** The rendered text of an element up to a point on the screen; `null` where the browser cannot tell. */
export function textBefore(element: HTMLElement, x: number, y: number): string | null {
  const place = document.caretPositionFromPoint?.(x, y);
  if (!place || !element.contains(place.offsetNode)) return null;
  const range = document.createRange();
  range.setStart(element, 0);
  range.setEnd(place.offsetNode, place.offset);
  return range.toString();
}
