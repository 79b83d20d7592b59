import { signIn, signUp } from './house/accountPages';
import { newEmail } from './house/rest';
import { expect, test } from './house/test';

const person = () => ({ name: 'Grace', email: newEmail('Grace'), password: 'a long password' });

test('who comes without an invite is shown what to do', async ({ office }) => {
  const window = await office.newDevice();
  await window.page.goto('/sign-up');
  await signUp(window, person());
  await expect(window.heading('No workspace yet')).toBeVisible();
  await window.page.getByRole('textbox', { name: 'Invite link' }).fill('https://example.org/join/elsewhere');
  await window.press('Open invite');
  await expect(window.page.getByRole('alert')).toContainText('no invite link of this server');
  await window.press('New workspace');
  const dialog = window.dialog('New workspace');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Garden');
  await dialog.getByRole('button', { name: 'Create' }).click();
  await expect(window.heading('Garden')).toBeVisible();
});

test('a pasted invite link leads in, and signing up on the way keeps it', async ({ office }) => {
  const ada = await office.hire('Ada');
  const launch = await office.found('Launch', ada);
  const link = `${office.url}/join/${await office.rest.createInvite(ada, launch)}`;
  const window = await office.newDevice();
  await window.page.goto(link);
  await window.page.getByRole('link', { name: 'Create account' }).click();
  await signUp(window, person());
  await expect(window.heading('Join Launch')).toBeVisible();
  await window.page.goto('/workspaces');
  await window.page.getByRole('textbox', { name: 'Invite link' }).fill(link);
  await window.press('Open invite');
  await window.press('Join workspace');
  await expect(window.heading('Launch')).toBeVisible();

  await test.step('and once in, the same link just leads there', async () => {
    await window.page.goto(link);
    await window.press('Join workspace');
    await expect(window.heading('Launch')).toBeVisible();
  });
});

test('who is signed in with the wrong account changes it and comes back to the invite', async ({
  office,
}) => {
  office.complaints.expect(/status of 403/);
  const [ada, grace, alan] = [
    await office.hire('Ada'),
    await office.hire('Grace'),
    await office.hire('Alan'),
  ];
  const launch = await office.found('Launch', ada);
  const token = await office.rest.createInvite(ada, launch, { email: grace.email });
  const window = await office.seat(alan, `/join/${token}`);
  await expect(window.page.getByText(alan.email)).toBeVisible();
  await window.press('Join workspace');
  await expect(window.page.getByRole('alert')).toContainText('This invite is for other addresses');
  await window.press('Use another account');
  await signIn(window, grace);
  await window.press('Join workspace');
  await expect(window.heading('Launch')).toBeVisible();
});

test('the board last open comes first; where it is gone, the one before', async ({ office }) => {
  office.complaints.expect(/status of 404/);
  const ada = await office.hire('Ada');
  const [launch, garden] = [await office.found('Launch', ada), await office.found('Garden', ada)];
  const window = await office.seat(ada, '/');
  await expect(window.heading('Workspaces')).toBeVisible();
  for (const [id, name] of [
    [launch, 'Launch'],
    [garden, 'Garden'],
  ] as const) {
    await window.page.goto(`/workspaces/${id}`);
    await expect(window.heading(name)).toBeVisible();
  }
  await window.page.goto('/workspaces');
  await expect(window.page.getByRole('main').getByRole('listitem')).toHaveText([/Garden/, /Launch/]);
  await window.page.goto('/');
  await expect(window.heading('Garden')).toBeVisible();
  await office.rest.deleteWorkspace(ada, garden);
  await window.page.goto('/');
  await expect(window.heading('Launch')).toBeVisible();
});
