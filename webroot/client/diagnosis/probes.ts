import type { OpenTransport } from '../transports';

/** An answer over HTTP, read to its end. */
export interface Answer {
  status: number;
  header(name: string): string | null;
  text: string;
}

/** What became of a stream: `arrived` while it was open, `held`: nothing came in time. */
export type StreamOutcome = 'arrived' | 'held' | number;

/** What the checks do to the world. Faked in tests. */
export interface Probes {
  page: { protocol: string; host: string; hostname: string; origin: string };
  /** Milliseconds, for durations. */
  now(): number;
  /** Milliseconds since 1970, by this device's clock. */
  time(): number;
  /** Fails where no answer comes. */
  ask(method: 'GET' | 'POST', path: string, body?: string): Promise<Answer>;
  /** `number`: the status of a refusal. Fails where no answer comes. */
  stream(path: string): Promise<StreamOutcome>;
  /** Whether an EventSource opens and brings something in time. */
  eventSource(path: string): Promise<boolean>;
  openWebSocket: OpenTransport;
  /** The address of a script of the app; `null` where it is served by a development server. */
  script: string | null;
  /** An access token; `null`: nobody is signed in. */
  token(): Promise<string | null>;
  /** What the app uses and this browser does not have. */
  missingFeatures(): Promise<string[]>;
}
