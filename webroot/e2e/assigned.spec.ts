import { expect, test } from './house/test';

test('what is assigned to one follows what others do with it, in every workspace', async ({ office }) => {
  const [ada, grace] = [await office.hire('Ada'), await office.hire('Grace')];
  const launch = await office.found('Launch', ada, [[grace, 'member']]);
  const garden = await office.found('Garden', ada, [[grace, 'member']]);
  const mine = { assigned_to: ada.user.id };
  const plan = await office.rest.createTask(grace, launch, 'Plan', mine);
  const seeds = await office.rest.createTask(grace, garden, 'Buy seeds', mine);
  const window = await office.seat(ada, '/tasks');
  const part = window.page.getByRole('region', { name: 'Assigned to me' });
  const titles = part.getByRole('listitem').getByRole('link');
  await expect(titles).toHaveText(['Plan', 'Buy seeds']);
  await expect(window.connection).toHaveText('Live');

  await test.step('a title, a day, another task', async () => {
    await office.rest.changeTask(grace, plan, { title: 'Plan B' });
    await expect(titles).toHaveText(['Plan B', 'Buy seeds']);
    await office.rest.changeTask(grace, seeds, { due_at: new Date(Date.now() - 86_400_000).toISOString() });
    await expect(part.getByRole('list', { name: 'Overdue' }).getByRole('link')).toHaveText('Buy seeds');
    await office.rest.createTask(grace, garden, 'Water', mine);
    await expect(titles).toHaveText(['Buy seeds', 'Plan B', 'Water']);
  });
  await test.step('one of the two workspaces', async () => {
    await window.page.getByRole('button', { name: 'Workspace: All workspaces' }).click();
    await window.choice('Garden').click();
    await expect(titles).toHaveText(['Buy seeds', 'Water']);
    await window.page.getByRole('button', { name: 'Workspace: Garden' }).click();
    await window.choice('All workspaces').click();
  });
  await test.step('taken away, deleted', async () => {
    await office.rest.changeTask(grace, seeds, { assigned_to: grace.user.id });
    await expect(titles).toHaveText(['Plan B', 'Water']);
    await office.rest.deleteTask(grace, plan);
    await expect(titles).toHaveText(['Water']);
  });
  await test.step('completed where it stands, and taken back', async () => {
    await window.complete('Water');
    await expect(window.heading('Nothing is waiting for you')).toBeVisible();
    await window.messages.getByRole('button', { name: 'Undo' }).click();
    await expect(titles).toHaveText(['Water']);
  });
});
