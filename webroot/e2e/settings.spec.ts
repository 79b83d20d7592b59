import { expect, test } from './house/test';

test('columns change places by dragging, by the keyboard and by their buttons', async ({ office }) => {
  const ada = await office.hire('Ada');
  const launch = await office.found('Launch', ada);
  const window = await office.seat(ada, `/workspaces/${launch}/settings`);
  const { page } = window;
  const names = () =>
    page
      .getByRole('textbox', { name: /^Name of (To do|In progress|Done)$/ })
      .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
  await expect.poll(names).toEqual(['To do', 'In progress', 'Done']);

  await window.press('Move To do later');
  await expect.poll(names).toEqual(['In progress', 'To do', 'Done']);

  await page.getByRole('button', { name: 'Drag Done' }).hover();
  await page.mouse.down();
  await page.getByRole('button', { name: 'Drag In progress' }).hover();
  await page.getByRole('button', { name: 'Drag In progress' }).hover({ position: { x: 4, y: 2 } });
  await page.mouse.up();
  await expect.poll(names).toEqual(['Done', 'In progress', 'To do']);

  const grip = page.getByRole('button', { name: 'Drag Done' });
  await grip.press('Space');
  await expect(page.getByText('Done is now at place 1 of 3.')).toBeAttached();
  await grip.press('ArrowDown');
  await expect(page.getByText('Done is now at place 2 of 3.')).toBeAttached();
  await grip.press('Space');
  await expect.poll(names).toEqual(['In progress', 'Done', 'To do']);
  await page.reload();
  await expect.poll(names).toEqual(['In progress', 'Done', 'To do']);
});

test('what is wrong with a form stands beside its field, and what was typed stays', async ({ office }) => {
  office.complaints.expect(/status of (401|409)/);
  const [ada, grace] = [await office.hire('Ada'), await office.hire('Grace')];
  const window = await office.newDevice();
  const { page } = window;
  await page.goto('/sign-up');
  await page.getByRole('textbox', { name: 'Name' }).fill('Grace');
  const email = page.getByRole('textbox', { name: 'E-mail address' });
  await email.fill(ada.email);
  const password = page.getByLabel('Password');
  await password.fill('a long password');
  await window.press('Show what I type');
  await expect(password).toHaveAttribute('type', 'text');
  await window.press('Create account');
  await expect(email).toHaveAccessibleDescription('There is already an account with this e-mail address.');
  await expect(email).toBeFocused();
  await expect(password).toHaveValue('a long password');

  const profile = await office.seat(grace, '/profile');
  await profile.press('Change e-mail address');
  const current = profile.page.getByLabel('Current password');
  await profile.page.getByRole('textbox', { name: 'New e-mail address' }).fill(`new-${grace.email}`);
  await current.fill('not this one');
  await profile.press('Change e-mail address');
  await expect(current).toHaveAccessibleDescription(/not right/);
  await current.fill(grace.password);
  await profile.press('Change e-mail address');
  await expect(profile.messages).toContainText('Your e-mail address is changed');
  await expect(profile.page.getByRole('main').getByText(`new-${grace.email}`).first()).toBeVisible();
});
