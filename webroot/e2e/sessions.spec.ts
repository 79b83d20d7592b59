import { signIn } from './house/accountPages';
import { expect, test } from './house/test';

test('signing out everywhere shows the other window out', async ({ office }) => {
  // The other window's token, refused, is how it learns.
  office.complaints.expect(/status of 401/);
  const ada = await office.hire('Ada');
  const launch = await office.found('Launch', ada);
  const [desk, phone] = [await office.newDevice(), await office.newDevice()];
  for (const window of [desk, phone]) {
    await window.page.goto(`/workspaces/${launch}`);
    await expect(window.heading('Welcome back')).toBeVisible();
    await signIn(window, ada);
    await expect(window.heading('Launch')).toBeVisible();
    await expect(window.connection).toHaveText('Live');
  }

  await desk.page.getByRole('button', { name: 'Account: Ada' }).click();
  await desk.choice('Profile').click();
  await desk.press('Sign out everywhere');
  await expect(desk.heading('Welcome back')).toBeVisible();
  await expect(phone.heading('Welcome back')).toBeVisible();
  await expect(phone.heading('Launch')).toBeHidden();
});

test('a wrong password is told', async ({ office }) => {
  office.complaints.expect(/status of 401/);
  const ada = await office.hire('Ada');
  const window = await office.newDevice();
  await window.page.goto('/sign-in');
  await signIn(window, { ...ada, password: 'not this one' });
  await expect(window.page.getByRole('alert')).toHaveText('The e-mail address or the password is not right.');
});

test('personal tasks are live between the devices of one person', async ({ office }) => {
  const ada = await office.hire('Ada');
  const [desk, phone] = [await office.seat(ada, '/tasks'), await office.seat(ada, '/tasks')];
  for (const window of [desk, phone]) await expect(window.connection).toHaveText('Live');
  await desk.press('Add a personal task');
  await desk.page.getByRole('textbox', { name: 'Title of the new task' }).fill('Buy flowers');
  await desk.page.keyboard.press('Enter');
  await expect(phone.title('Buy flowers')).toBeVisible();
  await (await phone.open('Buy flowers')).rename('Buy white flowers');
  await expect(desk.title('Buy white flowers')).toBeVisible();
  await phone.panel.close();
  await desk.complete('Buy white flowers');
  await expect(phone.page.getByText('Completed (1)')).toBeVisible();
  await expect(phone.title('Buy white flowers')).toBeHidden();
});
