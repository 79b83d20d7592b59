/** What the server takes. */
export const commentLengthMax = 10_000;

export function isSendable(text: string): boolean {
  const { length } = text.trim();
  return length > 0 && length <= commentLengthMax;
}
