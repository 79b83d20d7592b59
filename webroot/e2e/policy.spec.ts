import { expect, test } from './house/test';

test('every page keeps to the content policy, in the dark as well', async ({ office }) => {
  const [ada, grace] = [await office.hire('Ada'), await office.hire('Grace')];
  const launch = await office.found('Launch', ada, [[grace, 'member']]);
  await office.rest.createTask(ada, launch, 'Write the announcement', {
    description: '# Plan',
    priority: 'high',
  });
  const window = await office.seatAtBoard(ada, launch, { colorScheme: 'dark' });
  await test.step('board, menus, tips and the open task', async () => {
    await window.page.getByRole('button', { name: 'Actions for Write the announcement' }).click();
    await window.choice('Assign to').hover();
    await window.choice('Grace').click();
    const panel = await window.open('Write the announcement');
    await panel.region.getByRole('button', { name: 'No due date' }).click();
    await window.page.getByRole('button', { name: /^Tomorrow/ }).click();
    await panel.region.getByRole('button', { name: 'Close task' }).hover();
    await expect(window.page.getByRole('tooltip')).toBeAttached();
    await panel.close();
  });
  await test.step('the other pages', async () => {
    for (const name of ['Members', 'Settings', 'My tasks']) {
      await window.go(name);
      await expect(window.heading(name)).toBeVisible();
    }
    await window.page.goto(`/workspaces/${launch}/activity`);
    await window.press('Task: All tasks');
    await window.press('#1 Write the announcement');
    await window.bell.open();
    await window.press('Kind: All kinds');
    await window.choice('Comments').click();
    await window.bell.list.getByRole('link', { name: 'Notification settings' }).click();
    await expect(window.heading('Notification settings')).toBeVisible();
    await window.page.getByRole('button', { name: 'Account: Ada' }).click();
    await window.choice('Theme').hover();
    await window.choice('Light').click();
    await window.page.goto('/no-such-page');
    await expect(window.heading('There is no page at this address.')).toBeVisible();
  });
});

test('what the content policy forbids would be heard', async ({ office }) => {
  office.complaints.expect(/Content Security Policy/);
  const window = await office.newDevice();
  await window.page.goto('/sign-in');
  await window.page.evaluate(() => {
    const style = document.createElement('style');
    style.textContent = 'body { color: red }';
    document.head.append(style);
  });
  await expect.poll(() => office.complaints.heard).toContainEqual(expect.stringContaining('inline style'));
});
