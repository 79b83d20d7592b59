export type ComeBack =
  /** With backoff, or when a goodbye said. */
  | 'soon'
  /** With a fresh access token. */
  | 'with-fresh-token'
  /** After a minute. */
  | 'later'
  /** It would end the same way. */
  | 'never';

const answers: Record<number, ComeBack> = {
  4400: 'never',
  4401: 'with-fresh-token',
  4403: 'never',
  4404: 'never',
  4409: 'later',
  4413: 'never',
  4429: 'later',
};

/** Whether a socket closed with this code should be opened again. Codes not listed are a lost line. */
export function comeBack(closeCode: number): ComeBack {
  return answers[closeCode] ?? 'soon';
}
