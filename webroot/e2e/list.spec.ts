import type { Page } from '@playwright/test';
import { fillColumns } from './house/database';
import { expect, test } from './house/test';

const dataDir = process.env.TANDEM_E2E_DATA_DIR ?? '';

const list = (page: Page) => page.getByRole('list', { name: 'Tasks' });
const titles = (page: Page) => list(page).getByRole('listitem').getByRole('link');

test('the same tasks are shown as a list, which is remembered', async ({ office }) => {
  const ada = await office.hire('Ada');
  const launch = await office.found('Launch', ada);
  for (const title of ['First', 'Second']) await office.rest.createTask(ada, launch, title);
  const window = await office.seatAtBoard(ada, launch);
  const { page } = window;
  await window.press('List');
  await expect(page).toHaveURL(/\?view=list$/);
  await expect(titles(page)).toHaveText(['First', 'Second']);

  await test.step('a task opens beside it and is completed in it', async () => {
    await window.open('First');
    await expect(window.panel.title).toHaveValue('First');
    await expect(page).toHaveURL(/\/tasks\/[^?]+\?view=list$/);
    await window.panel.close();
    await expect(window.title('First')).toBeFocused();
    await window.complete('First');
    await expect(titles(page)).toHaveText(['Second', 'First']);
    await expect(window.unsaved).toHaveCount(0);
  });
  await test.step('groups fold away', async () => {
    await page.getByRole('button', { name: 'To do', exact: true }).click();
    await expect(titles(page)).toHaveText(['First']);
    await expect(page.getByRole('heading', { name: 'To do' })).toBeVisible();
    await page.getByRole('button', { name: 'To do', exact: true }).click();
    await expect(titles(page)).toHaveText(['Second', 'First']);
  });
  await test.step('coming back shows the list, until the board is chosen', async () => {
    await page.goto(`/workspaces/${launch}`);
    await expect(titles(page)).toHaveText(['Second', 'First']);
    await window.press('Board');
    await expect(window.titles('Done')).toHaveText(['First']);
    await page.reload();
    await expect(window.titles('Done')).toHaveText(['First']);
  });
});

test('within a group the tasks stand in the order one chooses', async ({ office }) => {
  const ada = await office.hire('Ada');
  const launch = await office.found('Launch', ada);
  await office.rest.createTask(ada, launch, 'Some day');
  await office.rest.createTask(ada, launch, 'Soon', { due_at: '2031-05-02T10:00:00Z', priority: 'low' });
  await office.rest.createTask(ada, launch, 'Urgently', { priority: 'urgent' });
  const { page } = await office.seat(ada, `/workspaces/${launch}?view=list`);
  await expect(titles(page)).toHaveText(['Some day', 'Soon', 'Urgently']);
  for (const [order, expected] of [
    ['Due date', ['Soon', 'Some day', 'Urgently']],
    ['Priority', ['Urgently', 'Soon', 'Some day']],
    ['Newest first', ['Urgently', 'Soon', 'Some day']],
  ] as const) {
    await page.getByRole('button', { name: /^Order/ }).click();
    await page.getByRole('menuitemcheckbox', { name: order }).click();
    await expect(titles(page)).toHaveText(expected);
  }
  await page.reload();
  await expect(page.getByRole('button', { name: 'Order: Newest first' })).toBeVisible();
  await expect(titles(page)).toHaveText(['Urgently', 'Soon', 'Some day']);
});

test('of a list of thousands only the lines around those in sight are in the page', async ({ office }) => {
  const ada = await office.hire('Ada');
  const launch = await office.found('Launch', ada);
  await fillColumns(dataDir, launch, { 'To do': 1_500, 'In progress': 500 });
  const { page } = await office.seat(ada, `/workspaces/${launch}?view=list`);
  await expect(titles(page).first()).toHaveText('Task 1');
  expect(await titles(page).count()).toBeLessThan(60);
  await list(page).evaluate((element) => element.scrollTo({ top: 1_000_000 }));
  await expect(page.getByRole('link', { name: 'Task 2000', exact: true })).toBeInViewport();

  await test.step('the head of the group one is amid stays at the top', async () => {
    await list(page).evaluate((element) => element.scrollTo({ top: 20_000 }));
    await expect(page.getByRole('heading', { name: 'To do' })).toBeInViewport();
    await page.getByRole('button', { name: 'To do', exact: true }).click();
    await expect(titles(page).first()).toHaveText('Task 1501');
    await page.getByRole('button', { name: 'To do', exact: true }).click();
  });
  await test.step('the keys go from group to group', async () => {
    await list(page).evaluate((element) => element.scrollTo({ top: 0 }));
    await page.getByRole('link', { name: 'Task 1', exact: true }).focus();
    for (let step = 0; step < 30; step++) await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('link', { name: 'Task 31', exact: true })).toBeFocused();
    await page.keyboard.press('End');
    await expect(page.getByRole('link', { name: 'Task 2000', exact: true })).toBeFocused();
    await page.keyboard.press('k');
    await expect(page.getByRole('link', { name: 'Task 1999', exact: true })).toBeFocused();
  });
});
