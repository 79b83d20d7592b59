import { brokenNetwork } from './house/Complaints';
import type { Line } from './house/Line';
import type { Office } from './house/Office';
import { expect, test } from './house/test';

/** Ada's network blocks something, Grace's does not: what each does arrives at the other. */
async function workTogether(office: Office, line: Line, connection: string): Promise<void> {
  office.complaints.expect(brokenNetwork);
  const [ada, grace] = [await office.hire('Ada'), await office.hire('Grace')];
  const launch = await office.found('Launch', ada, [[grace, 'member']]);
  const blocked = await office.seatAtBoard(ada, launch, { url: line.url });
  const open = await office.seatAtBoard(grace, launch);
  await expect(open.connection).toHaveText('Live');
  await expect(blocked.connection).toHaveText(connection, { timeout: 20_000 });

  await open.add('To do', 'From an open network');
  await expect(blocked.titles('To do')).toHaveText(['From an open network']);
  await (await blocked.open('From an open network')).rename('Changed from a blocked one');
  await expect(open.titles('To do')).toHaveText(['Changed from a blocked one']);
  await blocked.panel.close();
  await blocked.add('In progress', 'One', 'Two', 'Three');
  await expect(open.titles('In progress')).toHaveText(['One', 'Two', 'Three']);
  await open.complete('Two');
  await expect(blocked.titles('Done')).toHaveText(['Two']);
  await expect(blocked.unsaved).toHaveCount(0);
}

test('where WebSockets are blocked SockJS carries everything over a stream', async ({ office, line }) => {
  line.let('http');
  await workTogether(office, line, 'Live over HTTP');
});

test('where streams are blocked as well SockJS polls', async ({ office, line }) => {
  line.let('short-requests');
  await workTogether(office, line, 'Polling');
});

test('where streams are held back until they end SockJS polls', async ({ office, line }) => {
  line.let('buffered');
  await workTogether(office, line, 'Polling');
});

test('where nobody answers a WebSocket it is given up for a stream', async ({ office, line }) => {
  line.let('blackhole');
  await workTogether(office, line, 'Live over HTTP');
});

test('where WebSockets are cut again and again they are given up for a stream', async ({ office, line }) => {
  line.let('cuts-idle');
  await workTogether(office, line, 'Live over HTTP');
});
