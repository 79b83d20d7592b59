import { brokenNetwork } from './house/Complaints';
import { test as restarting } from './house/ownServer';
import { expect, test } from './house/test';

restarting('a server that restarts is joined again, and gets what was done', async ({ office, server }) => {
  test.setTimeout(120_000);
  office.complaints.expect(brokenNetwork);
  const ada = await office.hire('Ada');
  const launch = await office.found('Launch', ada);
  const window = await office.seatAtBoard(ada, launch);
  await expect(window.connection).toHaveText('Live');

  await server.kill();
  await window.add('To do', 'Written without a server');
  await expect(window.connection).toContainText('Reconnecting');
  await window.connection.click();
  await expect(window.connectionDetails).toContainText('1 change waits here');
  await expect(window.connectionDetails).toContainText('cannot be reached');

  await server.startAgain();
  await expect(window.connection).toHaveText('Live', { timeout: 40_000 });
  await expect(window.unsaved).toHaveCount(0);
  const { tasks } = await office.rest.snapshot(ada, launch);
  expect(tasks.map(({ title }) => title)).toEqual(['Written without a server']);
});

test('a line that breaks for a moment is not worth a word', async ({ office, line }) => {
  office.complaints.expect(brokenNetwork);
  const ada = await office.hire('Ada');
  const launch = await office.found('Launch', ada);
  const window = await office.seatAtBoard(ada, launch, { url: line.url });
  await expect(window.connection).toHaveText('Live');
  await window.page.evaluate(() => {
    const seen = new Set<string>();
    const look = () => {
      for (const chip of document.querySelectorAll('.connection-text')) seen.add(chip.textContent ?? '');
    };
    new MutationObserver(look).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    Object.assign(window, { seen });
  });
  const before = line.webSockets;
  line.let('everything');
  await expect.poll(() => line.webSockets).toBeGreaterThan(before);
  await office.rest.createTask(ada, launch, 'Made afterwards');
  await expect(window.titles('To do')).toHaveText(['Made afterwards']);
  const seen = await window.page.evaluate(() => [...(window as unknown as { seen: Set<string> }).seen]);
  expect(seen.filter((text) => text !== 'Live')).toEqual([]);
});

test('a device without a network says so, and comes back by itself', async ({ office, line }) => {
  office.complaints.expect(brokenNetwork);
  const ada = await office.hire('Ada');
  const launch = await office.found('Launch', ada);
  const window = await office.seatAtBoard(ada, launch, { url: line.url });
  await expect(window.connection).toHaveText('Live');

  line.let('nothing');
  await window.page.context().setOffline(true);
  await expect(window.connection).toContainText('Offline');
  await window.connection.click();
  await expect(window.connectionDetails).toContainText('Your device has no network');
  await expect(window.connectionDetails.getByRole('button', { name: 'Try now' })).toBeVisible();
  await office.rest.createTask(ada, launch, 'Made meanwhile');

  line.let('everything');
  await window.page.context().setOffline(false);
  await expect(window.connection).toHaveText('Live');
  await expect(window.titles('To do')).toHaveText(['Made meanwhile']);
});

test('after sleep a line the network has forgotten is replaced', async ({ office, line }) => {
  office.complaints.expect(brokenNetwork);
  const ada = await office.hire('Ada');
  const launch = await office.found('Launch', ada);
  const window = await office.seat(ada, '/workspaces', { url: line.url });
  await window.page.clock.install();
  await window.page.goto(`/workspaces/${launch}`);
  await expect(window.connection).toHaveText('Live');

  line.forget();
  await office.rest.createTask(ada, launch, 'Made during the night');
  await window.page.clock.fastForward('05:00');
  await expect(window.titles('To do')).toHaveText(['Made during the night']);
  await expect(window.connection).toHaveText('Live');
});

test('once the network lets WebSockets through again they take over', async ({ office, line }) => {
  office.complaints.expect(brokenNetwork);
  line.let('http');
  const ada = await office.hire('Ada');
  const launch = await office.found('Launch', ada);
  const window = await office.seatAtBoard(ada, launch, { url: line.url });
  await expect(window.connection).toHaveText('Live over HTTP');
  await window.connection.click();
  await expect(window.connectionDetails).toContainText('does not let WebSockets through');
  await window.page.keyboard.press('Escape');

  // Whatever is open ends with that: the session that follows is the one to leave.
  const again = window.page
    .waitForRequest(/\/live\/info/)
    .then(() => window.page.waitForRequest(/\/live\/.*xhr_send/));
  line.let('everything');
  await again;
  await expect(window.connection).toHaveText('Live over HTTP');
  await window.page.evaluate(() => globalThis.dispatchEvent(new Event('online')));
  await expect(window.connection).toHaveText('Live', { timeout: 20_000 });
  await window.add('To do', 'Over a WebSocket again');
  await expect(window.unsaved).toHaveCount(0);
});

test('the panel of the connection is reached by keyboard and leads to the diagnosis', async ({ office }) => {
  const ada = await office.hire('Ada');
  const window = await office.seat(ada, '/workspaces');
  await expect(window.connection).toHaveText('Live');
  await window.connection.press('Enter');
  await expect(window.connectionDetails).toContainText('over a WebSocket');
  await window.page.getByRole('link', { name: 'Check the connection' }).press('Enter');
  await expect(window.heading('Connection check')).toBeVisible();
  await expect(window.page).toHaveURL(/\/diagnose$/);
});
