import { expect, test } from './house/test';

test('what others do with the open task is said, not just done', async ({ office }) => {
  const [ada, grace] = [await office.hire('Ada'), await office.hire('Grace')];
  const launch = await office.found('Launch', ada, [[grace, 'member']]);
  const task = await office.rest.createTask(ada, launch, 'Write the announcement');
  const window = await office.seat(ada, `/workspaces/${launch}/tasks/${task.id}`);
  await expect(window.panel.title).toHaveValue('Write the announcement');
  await expect(window.connection).toHaveText('Live');
  const graces = await office.seatAtBoard(grace, launch);
  await graces.choose('Write the announcement', 'Move to', 'In progress');
  await expect(window.panel.region.getByText('Grace moved this to In progress')).toBeVisible();
  await graces.complete('Write the announcement');
  await expect(window.panel.region.getByText('Grace completed this')).toBeVisible();
  await office.rest.deleteTask(grace, task);
  await expect(window.heading('Grace deleted “Write the announcement”')).toBeVisible();
  await window.panel.region.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(window.panel.region).toBeHidden();
});

test('one steps from task to task and takes the link along', async ({ office }) => {
  const ada = await office.hire('Ada');
  const launch = await office.found('Launch', ada);
  const tasks = [];
  for (const title of ['First', 'Second', 'Third'])
    tasks.push(await office.rest.createTask(ada, launch, title));
  const permissions = ['clipboard-read', 'clipboard-write'];
  const window = await office.seatAtBoard(ada, launch, { permissions });
  const { panel, page } = window;
  await expect(window.titles('To do')).toHaveCount(3);
  const [first, second, third] = await window.titles('To do').allTextContents();
  await window.open(first ?? '');
  await expect(panel.region.getByRole('button', { name: 'Previous task' })).toBeDisabled();
  const next = panel.region.getByRole('button', { name: 'Next task' });
  await next.focus();
  await page.keyboard.press('Enter');
  await expect(panel.title).toHaveValue(second ?? '');
  await expect(next).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(panel.title).toHaveValue(third ?? '');
  await expect(next).toBeDisabled();

  await panel.region.getByRole('button', { name: 'Copy link' }).click();
  await expect(window.messages).toContainText('The link is copied');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(page.url());
});
