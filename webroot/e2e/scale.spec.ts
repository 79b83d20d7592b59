import { gzipSync } from 'node:zlib';
import type { Locator } from '@playwright/test';
import { fillColumns } from './house/database';
import type { Office } from './house/Office';
import { expect, test } from './house/test';

const dataDir = process.env.TANDEM_E2E_DATA_DIR ?? '';
const many = 2_000;

async function longBoard(office: Office) {
  const ada = await office.hire('Ada');
  const launch = await office.found('Launch', ada);
  await fillColumns(dataDir, launch, { 'To do': many, 'In progress': 3 });
  return { ada, launch };
}

const scrollTo = (list: Locator, top: number) =>
  list.evaluate((element, to) => element.scrollTo({ top: to }), top);

test('of a column with thousands only the cards around those in sight are in the page', async ({
  office,
}) => {
  const { ada, launch } = await longBoard(office);
  const window = await office.seatAtBoard(ada, launch);
  const column = window.column('To do');
  await expect(window.titles('To do').first()).toHaveText('Task 1');
  expect(await window.titles('To do').count()).toBeLessThan(50);
  await expect(column.getByRole('listitem').first()).toHaveAttribute('aria-setsize', String(many));

  await test.step('its end shows the last one', async () => {
    await scrollTo(column.getByRole('list'), 1_000_000);
    const last = column.getByRole('link', { name: `Task ${many}`, exact: true });
    await expect(last).toBeInViewport();
    await expect(window.card(`Task ${many}`)).toHaveAttribute('aria-posinset', '2000');
    expect(await window.titles('To do').count()).toBeLessThan(50);
  });
});

test('the arrow keys go on where nothing is mounted yet, and back', async ({ office }) => {
  const { ada, launch } = await longBoard(office);
  const window = await office.seatAtBoard(ada, launch);
  const { keyboard } = window.page;
  const column = window.column('To do');
  const card = (number: number) => column.locator(`li[aria-posinset="${number}"]`).getByRole('link');
  await card(1).focus();
  for (let number = 2; number <= 40; number++) {
    await keyboard.press(number % 2 === 0 ? 'ArrowDown' : 'j');
    await expect(card(number)).toBeFocused();
  }
  await expect(card(40)).toBeInViewport({ ratio: 1 });
  await keyboard.press('End');
  await expect(card(many)).toBeFocused();
  await expect(card(many)).toBeInViewport();
  await keyboard.press('Home');
  await expect(card(1)).toBeFocused();
  await expect(card(1)).toBeInViewport();
  await keyboard.press('ArrowRight');
  await expect(window.titles('In progress').first()).toBeFocused();
  await keyboard.press('ArrowLeft');
  await expect(card(1)).toBeFocused();
  await keyboard.press('Enter');
  await expect(window.panel.title).toHaveValue('Task 1');
});

test('the focused card stays while its column is scrolled away', async ({ office }) => {
  const { ada, launch } = await longBoard(office);
  const window = await office.seatAtBoard(ada, launch);
  const first = window.column('To do').getByRole('link', { name: 'Task 1', exact: true });
  await first.focus();
  await scrollTo(window.column('To do').getByRole('list'), 50_000);
  await expect(first).not.toBeInViewport();
  await expect(first).toBeFocused();
});

test('a task opened by its address comes into sight', async ({ office }) => {
  const { ada, launch } = await longBoard(office);
  const { tasks } = await office.rest.snapshot(ada, launch);
  const task = tasks.find(({ number }) => number === 1_501);
  const window = await office.seat(ada, `/workspaces/${launch}/tasks/${task?.id}`);
  await expect(window.panel.title).toHaveValue(task?.title ?? '');
  await expect(window.title(task?.title ?? '')).toBeInViewport({ ratio: 1 });
  await window.panel.close();
  await expect(window.title(task?.title ?? '')).toBeFocused();
});

test('what others do above does not move what one looks at', async ({ office }) => {
  const { ada, launch } = await longBoard(office);
  const window = await office.seatAtBoard(ada, launch);
  const list = window.column('To do').getByRole('list');
  await scrollTo(list, 30_000);
  const inSight = list.getByRole('link', { name: 'Task 361', exact: true });
  await expect(inSight).toBeInViewport();
  const before = await inSight.boundingBox();
  const { tasks, columns } = await office.rest.snapshot(ada, launch);
  const [toDo, doing] = columns;
  const first = tasks.find(({ number }) => number === 1);
  const other = tasks.find(({ column_id }) => column_id === doing?.id);
  if (first === undefined || other === undefined || toDo === undefined) throw new Error('No tasks to move.');
  await office.rest.moveTask(ada, other, { column_id: toDo.id, before_id: first.id });
  await expect(window.column('To do').getByRole('heading')).toContainText(String(many + 1));
  const after = await inSight.boundingBox();
  expect(Math.abs((after?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(2);
});

test('a card is dragged to a place that was not there when it was lifted', async ({ office }) => {
  const { ada, launch } = await longBoard(office);
  const window = await office.seatAtBoard(ada, launch);
  const { mouse } = window.page;
  const list = window.column('To do').getByRole('list');
  await window.column('To do').getByRole('link', { name: 'Task 1', exact: true }).hover();
  await mouse.down();
  const box = await list.boundingBox();
  if (box === null) throw new Error('The list is not in sight.');
  await mouse.move(box.x + 100, box.y + 300, { steps: 4 });
  await mouse.move(box.x + 100, box.y + box.height - 12, { steps: 4 });
  await expect.poll(() => list.evaluate((element) => element.scrollTop)).toBeGreaterThan(4_500);
  await mouse.move(box.x + 100, box.y + box.height / 2, { steps: 4 });
  await expect(async () => {
    const top = await list.evaluate((element) => element.scrollTop);
    await window.page.evaluate(() => new Promise(requestAnimationFrame));
    expect(await list.evaluate((element) => element.scrollTop)).toBe(top);
  }).toPass();
  await mouse.up();
  await expect(window.unsaved).toHaveCount(0);
  const { tasks } = await office.rest.snapshot(ada, launch);
  const row = tasks.filter(
    ({ column_id }) => column_id === tasks.find(({ number }) => number === 2)?.column_id,
  );
  const place = row
    .toSorted((one, other) => (one.rank < other.rank ? -1 : 1))
    .findIndex(({ number }) => number === 1);
  expect(place).toBeGreaterThan(40);
  await expect(list.getByRole('link', { name: 'Task 1', exact: true })).toBeInViewport();
  await expect(list.locator(`li[aria-posinset="${place + 1}"]`)).toContainText('#1');
});

test('a lifted card goes on with the arrow keys beyond what was in sight', async ({ office }) => {
  const { ada, launch } = await longBoard(office);
  const window = await office.seatAtBoard(ada, launch, { reducedMotion: 'reduce' });
  const { keyboard } = window.page;
  await window.page.getByRole('button', { name: 'Move Task 1', exact: true }).focus();
  await keyboard.press('Space');
  const said = (words: string) => expect(window.page.getByRole('status').getByText(words)).toBeAttached();
  await said(`Task 1 is now in To do, place 1 of ${many}.`);
  await window.page.evaluate(() => new Promise((heard) => setTimeout(heard)));
  for (let place = 2; place <= 30; place++) {
    await keyboard.press('ArrowDown');
    await said(`Task 1 is now in To do, place ${place} of ${many}.`);
  }
  await keyboard.press('Space');
  await expect(window.unsaved).toHaveCount(0);
  await expect(window.column('To do').locator('li[aria-posinset="30"]').getByRole('link')).toHaveText(
    'Task 1',
  );
  await expect(window.page.getByRole('button', { name: 'Move Task 1', exact: true })).toBeFocused();
});

test('the scripts of the first page stay below 200 kB', async ({ serverUrl }) => {
  const page = await (await fetch(serverUrl)).text();
  const addresses = [...page.matchAll(/\/assets\/[\w.-]+\.js/g)].map(
    ([address]) => new URL(address, serverUrl),
  );
  expect(addresses.length).toBeGreaterThan(0);
  const scripts = await Promise.all(addresses.map(async (url) => (await fetch(url)).arrayBuffer()));
  const bytes = scripts.reduce((sum, script) => sum + gzipSync(new Uint8Array(script)).length, 0);
  expect(bytes).toBeLessThan(200_000);
});
