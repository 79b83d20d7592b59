import { expect, test } from './house/test';

test('in a long list members are found by name and by address', async ({ office }) => {
  const ada = await office.hire('Ada');
  const others = await Promise.all(
    ['Alan', 'Barbara', 'Edsger', 'Grace', 'Katherine', 'Linus', 'Zoë'].map((name) => office.hire(name)),
  );
  const launch = await office.found(
    'Launch',
    ada,
    others.map((other) => [other, 'member']),
  );
  const window = await office.seat(ada, `/workspaces/${launch}/members`);
  const list = window.page.getByRole('list', { name: 'Members' }).getByRole('listitem');
  await expect(list).toHaveCount(8);
  await expect(list.first()).toContainText('Ada');
  const search = window.page.getByRole('searchbox', { name: 'Search by name or address' });
  await search.fill('zoe');
  await expect(list).toHaveCount(1);
  await expect(list).toContainText('Zoë');
  await search.fill(others[1]?.email ?? '');
  await expect(list).toContainText('Barbara');
  await search.fill('nobody at all');
  await expect(window.heading('Nobody here is called “nobody at all”')).toBeVisible();
});

test('an invite link is made and copied in one press', async ({ office }) => {
  const [ada, grace] = [await office.hire('Ada'), await office.hire('Grace')];
  const launch = await office.found('Launch', ada);
  const permissions = ['clipboard-read', 'clipboard-write'];
  const window = await office.seat(ada, `/workspaces/${launch}/members`, { permissions });
  await window.press('Copy invite link');
  await expect(window.messages).toContainText('An invite link is on your clipboard');
  await expect(window.page.getByRole('listitem').filter({ hasText: 'Anybody with the link' })).toContainText(
    'Made by you',
  );
  const link = await window.page.evaluate(() => navigator.clipboard.readText());
  const graces = await office.seat(grace, link);
  await graces.press('Join workspace');
  await expect(graces.heading('Launch')).toBeVisible();
});

test('the owner hands the workspace over and leaves it', async ({ office }) => {
  const [ada, grace] = [await office.hire('Ada'), await office.hire('Grace')];
  const launch = await office.found('Launch', ada, [[grace, 'member']]);
  const window = await office.seat(ada, `/workspaces/${launch}/settings`);
  await window.press('Transfer…');
  const dialog = window.dialog('Who should own Launch?');
  await expect(dialog.getByRole('combobox', { name: 'New owner' })).toContainText(grace.email);
  await dialog.getByRole('button', { name: 'Make owner' }).click();
  await expect(window.page.getByRole('button', { name: 'Delete workspace' })).toBeHidden();
  await window.press('Leave workspace');
  await window.dialog('Leave Launch?').getByRole('button', { name: 'Leave workspace' }).click();
  await expect(window.heading('No workspace yet')).toBeVisible();
});
