export type CheckId =
  | 'rest'
  | 'address'
  | 'https'
  | 'clock'
  | 'assets'
  | 'websocket'
  | 'messages'
  | 'quiet'
  | 'live'
  | 'sockjs'
  | 'streaming'
  | 'eventsource'
  | 'polling'
  | 'browser';

/** `unknown`: it could not be found out, and that alone is no trouble. */
export type Verdict = 'good' | 'warning' | 'bad' | 'unknown';

export type FindingCode =
  | 'rest-good'
  | 'rest-slow'
  | 'rest-refused'
  | 'rest-away'
  | 'address-same'
  | 'address-unset'
  | 'address-other'
  | 'host-changed'
  | 'https'
  | 'https-local'
  | 'http-only'
  | 'clock-good'
  | 'clock-off'
  | 'assets-good'
  | 'assets-plain'
  | 'assets-uncached'
  | 'page-cached'
  | 'websocket-open'
  | 'websocket-refused'
  | 'websocket-unanswered'
  | 'messages-good'
  | 'messages-silent'
  | 'messages-cut'
  | 'messages-origin'
  | 'quiet-good'
  | 'quiet-cut'
  | 'live-good'
  | 'live-refused'
  | 'live-silent'
  | 'live-stranger'
  | 'sockjs-good'
  | 'sockjs-refused'
  | 'sockjs-away'
  | 'streaming-good'
  | 'streaming-buffered'
  | 'streaming-refused'
  | 'eventsource-good'
  | 'eventsource-none'
  | 'polling-good'
  | 'polling-refused'
  | 'polling-scattered'
  | 'browser-good'
  | 'browser-missing'
  /** Something it depends on has failed. */
  | 'not-tried'
  /** The check itself failed, which it should not. */
  | 'failed';

export interface Values {
  ms?: number;
  seconds?: number;
  status?: number;
  closeCode?: number;
  address?: string;
  names?: readonly string[];
}

export interface Finding extends Values {
  verdict: Verdict;
  code: FindingCode;
}

export type Findings = ReadonlyMap<CheckId, Finding>;

export const good = (code: FindingCode, values: Values = {}): Finding => ({
  verdict: 'good',
  code,
  ...values,
});
export const warning = (code: FindingCode, values: Values = {}): Finding => ({
  verdict: 'warning',
  code,
  ...values,
});
export const bad = (code: FindingCode, values: Values = {}): Finding => ({ verdict: 'bad', code, ...values });
export const unknown = (code: FindingCode, values: Values = {}): Finding => ({
  verdict: 'unknown',
  code,
  ...values,
});
