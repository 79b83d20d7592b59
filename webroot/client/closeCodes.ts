export type ComeBack =
  /** With backoff, or when a goodbye said. */
  | 'soon'
  /** With a fresh access token. */
  | 'with-fresh-token'
  /** After a minute. */
  | 'later'
  /** It would end the same way. */
  | 'never';

/** Why there is no connection: what a person can be told about it. */
export type LossReason =
  /** Nothing answered. */
  | 'unreachable'
  /** It was there and broke off. */
  | 'cut'
  /** It was there, and nothing came any more. */
  | 'silent'
  | 'restart'
  /** The sign-in ran out. */
  | 'token'
  | 'too-many'
  | 'too-fast'
  /** This page comes from elsewhere than the server believes. */
  | 'origin'
  | 'refused';

export interface Loss {
  reason: LossReason;
  closeCode: number;
}

export const lostLine = 1006;

interface Meaning {
  comeBack: ComeBack;
  reason: LossReason;
}

const meanings: Record<number, Meaning> = {
  1012: { comeBack: 'soon', reason: 'restart' },
  4400: { comeBack: 'never', reason: 'refused' },
  4401: { comeBack: 'with-fresh-token', reason: 'token' },
  4403: { comeBack: 'never', reason: 'origin' },
  4404: { comeBack: 'never', reason: 'refused' },
  4408: { comeBack: 'soon', reason: 'silent' },
  4409: { comeBack: 'later', reason: 'too-many' },
  4413: { comeBack: 'never', reason: 'refused' },
  4429: { comeBack: 'later', reason: 'too-fast' },
};

/** Whether a socket closed with this code should be opened again. Codes not listed are a lost line. */
export function comeBack(closeCode: number): ComeBack {
  return meanings[closeCode]?.comeBack ?? 'soon';
}

/** What a close code tells; `undefined`: nothing, somebody on the way cut the line. */
export function reasonOf(closeCode: number): LossReason | undefined {
  return meanings[closeCode]?.reason;
}

const internalError = 1011;

/** Whether the server itself has closed; with anything else somebody on the way did, politely or not. */
export function isServersOwn(closeCode: number): boolean {
  return closeCode in meanings || closeCode === internalError;
}
