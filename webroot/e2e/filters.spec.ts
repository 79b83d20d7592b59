import type { Page } from '@playwright/test';
import type { Task } from '../client/model';
import { expect, test } from './house/test';

/** With the keys: a mouse that jumps from a menu to the one beside it closes both. */
async function filterBy(page: Page, field: string, ...values: string[]): Promise<void> {
  await page.getByRole('button', { name: 'Filter', exact: true }).press('Enter');
  await page.getByRole('menuitem', { name: field }).press('ArrowRight');
  for (const value of values) {
    await page.getByRole('menuitemcheckbox', { name: value, exact: true }).press('Enter');
    await expect(page.getByRole('menuitemcheckbox', { name: value, exact: true })).toBeChecked();
  }
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
}

test('what is filtered by stands in the address: it survives a reload and Back, and can be shared', async ({
  office,
}) => {
  const [ada, grace] = [await office.hire('Ada'), await office.hire('Grace')];
  const launch = await office.found('Launch', ada, [[grace, 'member']]);
  await office.rest.createTask(ada, launch, 'Book the café', { priority: 'high' });
  await office.rest.createTask(ada, launch, 'Call the café', { priority: 'low', assigned_to: grace.user.id });
  await office.rest.createTask(ada, launch, 'Write the announcement', { priority: 'high' });
  const window = await office.seatAtBoard(ada, launch);
  const { page } = window;
  const search = page.getByRole('searchbox', { name: 'Search tasks' });

  await test.step('text, whatever its case and accents', async () => {
    await search.fill('CAFE');
    await expect(window.titles('To do')).toHaveText(['Book the café', 'Call the café']);
    await expect(window.column('To do').getByRole('heading')).toContainText('2 of 3');
    await expect(page.getByRole('status').getByText('2 of 3 tasks')).toBeVisible();
  });
  await test.step('and more than that', async () => {
    await filterBy(page, 'Priority', 'High');
    await expect(window.titles('To do')).toHaveText(['Book the café']);
    await expect(page).toHaveURL(/\?q=CAFE&priority=high$/);
  });
  await test.step('a reload keeps it', async () => {
    await page.reload();
    await expect(window.titles('To do')).toHaveText(['Book the café']);
    await expect(search).toHaveValue('CAFE');
  });
  await test.step('opening a task and Back keeps it', async () => {
    await window.open('Book the café');
    await page.goBack();
    await expect(window.panel.region).toBeHidden();
    await expect(window.titles('To do')).toHaveText(['Book the café']);
    await page.goBack();
    await expect(window.titles('To do')).toHaveText(['Book the café', 'Call the café']);
    await page.goForward();
    await expect(window.titles('To do')).toHaveText(['Book the café']);
  });
  await test.step('somebody else sees the same by the address', async () => {
    const other = await office.seat(grace, page.url());
    await expect(other.titles('To do')).toHaveText(['Book the café']);
  });
  await test.step('filters are taken away one by one, or all', async () => {
    await page.getByRole('button', { name: 'Remove filter Priority' }).click();
    await expect(window.titles('To do')).toHaveCount(2);
    await window.press('Clear');
    await expect(window.titles('To do')).toHaveCount(3);
    await expect(page).toHaveURL(/workspaces\/[^?]+$/);
  });
  await test.step('nobody, and oneself', async () => {
    await filterBy(page, 'Assignee', 'Nobody', 'Grace');
    await expect(page).toHaveURL(new RegExp(`\\?assignee=nobody,${grace.user.id}$`));
    await expect(window.titles('To do')).toHaveCount(3);
    await filterBy(page, 'Status', 'Completed');
    await window.press('Clear');
    await window.press('Assigned to me');
    await expect(page.getByRole('status').getByText('No task matches')).toBeVisible();
  });
});

test('who signs in on the way finds the filter again', async ({ office }) => {
  const ada = await office.hire('Ada');
  const launch = await office.found('Launch', ada);
  for (const title of ['First', 'Second']) await office.rest.createTask(ada, launch, title);
  const window = await office.newDevice();
  await window.page.goto(`/workspaces/${launch}?q=second`);
  await window.page.getByRole('textbox', { name: 'E-mail' }).fill(ada.email);
  await window.page.getByLabel('Password').fill(ada.password);
  await window.press('Sign in');
  await expect(window.titles('To do')).toHaveText(['Second']);
});

test('what others change out of the filter leaves, and takes no focus along', async ({ office }) => {
  const [ada, grace] = [await office.hire('Ada'), await office.hire('Grace')];
  const launch = await office.found('Launch', ada, [[grace, 'member']]);
  const tasks: Task[] = [];
  for (const title of ['First', 'Second', 'Third']) {
    tasks.push(await office.rest.createTask(ada, launch, title, { priority: 'high' }));
  }
  const window = await office.seat(ada, `/workspaces/${launch}?priority=high&view=list`);
  const change = async (index: number) => {
    const task = tasks[index];
    if (task) await office.rest.changeTask(grace, task, { priority: 'low' });
  };
  await window.title('Second').focus();
  await change(0);
  await expect(window.title('First')).toHaveCount(0);
  await expect(window.title('Second')).toBeFocused();
  await test.step('the focus of one that leaves goes to the one in its place', async () => {
    await change(1);
    await expect(window.title('Second')).toHaveCount(0);
    await expect(window.title('Third')).toBeFocused();
  });
  await test.step('what is being typed keeps the focus', async () => {
    const search = window.page.getByRole('searchbox');
    await search.fill('thi');
    await change(2);
    await expect(window.page.getByRole('heading', { name: 'No task matches' })).toBeVisible();
    await expect(search).toBeFocused();
    await expect(search).toHaveValue('thi');
  });
});

test('what is added behind the filter is said, and a move goes next to what is shown', async ({ office }) => {
  const ada = await office.hire('Ada');
  const launch = await office.found('Launch', ada);
  for (const [title, priority] of [
    ['First', 'high'],
    ['Hidden', 'low'],
    ['Second', 'high'],
  ]) {
    await office.rest.createTask(ada, launch, title ?? '', { priority });
  }
  const window = await office.seatAtBoard(ada, `${launch}?priority=high`);
  await window.add('To do', 'One more');
  await expect(window.messages).toContainText('Added to To do, hidden by the filter');
  await expect(window.titles('To do')).toHaveText(['First', 'Second']);
  await window.choose('Second', 'Move up');
  await expect(window.titles('To do')).toHaveText(['Second', 'First']);
  await expect(window.unsaved).toHaveCount(0);
  await window.press('Clear');
  await expect(window.titles('To do')).toHaveText(['Second', 'First', 'Hidden', 'One more']);
});
