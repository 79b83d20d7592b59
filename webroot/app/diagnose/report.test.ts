import { expect, test } from 'vitest';
import { bad, type CheckId, type Finding, good } from '../../client/diagnosis/finding';
import { reportOf } from './report';

test('a report says in plain text where it was made and what was found', () => {
  const findings = new Map<CheckId, Finding>([
    ['rest', good('rest-good', { ms: 12 })],
    ['websocket', bad('websocket-refused')],
    ['streaming', good('streaming-good', { ms: 20 })],
  ]);
  const at = new Date('2026-01-01T12:00:00Z');
  expect(
    reportOf(findings, { origin: 'https://tandem.example.org', browser: 'Some browser', at }),
  ).toBe(`Tandem connection check
https://tandem.example.org
2026-01-01T12:00:00.000Z
Some browser

Your proxy does not pass on WebSockets. Changes arrive as a stream over HTTP instead. That is as fast, but costs the server more.

[Works] Server: Answers in 12 ms.
[Fails] WebSocket opens: Refused. Something on the way does not pass on Upgrade.
[Works] Streams (xhr-streaming): The first part arrives after 20 ms, while the stream is open.
`);
});
