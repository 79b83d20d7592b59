import { expect, test } from './house/test';

test('a whole day without a mouse', async ({ office }) => {
  test.setTimeout(60_000);
  const [ada, grace] = [await office.hire('Ada'), await office.hire('Grace')];
  const window = await office.newDevice();
  const { page, palette, panel } = window;
  const { keyboard } = page;

  await test.step('signing in', async () => {
    await page.goto('/sign-in');
    await page.getByRole('textbox', { name: 'E-mail address' }).focus();
    await keyboard.type(ada.email);
    await keyboard.press('Tab');
    await keyboard.type(ada.password);
    await keyboard.press('Enter');
    await expect(window.heading('Workspaces')).toBeVisible();
  });
  await test.step('making a workspace', async () => {
    await palette.open();
    await palette.choose('new work', 'New workspace…');
    await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Name' })).toBeFocused();
    await keyboard.type('Launch');
    await keyboard.press('Enter');
    await expect(window.heading('Launch')).toBeVisible();
    const workspaceId = page.url().split('/').at(-1) ?? '';
    await office.rest.addMember(ada, workspaceId, grace, 'member');
  });
  await test.step('adding tasks', async () => {
    await keyboard.press('c');
    await expect(page.getByRole('textbox', { name: 'Title of the new task' })).toBeFocused();
    for (const title of ['Write the announcement', 'Print it']) {
      await keyboard.type(title);
      await keyboard.press('Enter');
    }
    await keyboard.press('Escape');
    await expect(window.titles('To do')).toHaveText(['Write the announcement', 'Print it']);
  });
  await test.step('opening one, assigning it, setting a priority, commenting', async () => {
    await window.title('Write the announcement').focus();
    await keyboard.press('Enter');
    await expect(panel.region).toBeFocused();
    await keyboard.press('a');
    await palette.choose('gra', 'Grace');
    await expect(panel.region.getByRole('button', { name: 'Grace' })).toBeVisible();
    await expect(panel.region).toBeFocused();
    await keyboard.press('p');
    await palette.choose('high', 'High');
    await expect(panel.region.getByRole('button', { name: 'High' })).toBeVisible();
    await keyboard.press('m');
    await expect(panel.newComment).toBeFocused();
    await keyboard.type('Have a look at it. Shall we move it?');
    await keyboard.press('Control+Enter');
    await expect(panel.comment('Have a look at it.')).toBeVisible();
    await keyboard.press('Escape');
    await expect(panel.region).toBeHidden();
    await expect(window.title('Write the announcement')).toBeFocused();
  });
  await test.step('moving, renaming and completing it', async () => {
    await palette.open();
    await palette.choose('move to', /^Move to…/);
    await palette.choose('prog', 'In progress');
    await expect(window.titles('In progress')).toHaveText(['Write the announcement']);
    await window.title('Write the announcement').focus();
    await keyboard.press('e');
    await expect(panel.title).toBeFocused();
    await keyboard.press('End');
    await keyboard.type(' today');
    await keyboard.press('Enter');
    await keyboard.press('Escape');
    await expect(window.title('Write the announcement today')).toBeFocused();
    await keyboard.press('x');
    await expect(window.titles('Done')).toHaveText(['Write the announcement today']);
  });
  await test.step('going elsewhere with two keys, and looking up which', async () => {
    await keyboard.press('g');
    await keyboard.press('m');
    await expect(window.heading('My tasks')).toBeVisible();
    await keyboard.press('?');
    await expect(window.dialog('Keyboard shortcuts')).toBeVisible();
    await keyboard.press('g');
    await keyboard.press('b');
    await keyboard.press('Escape');
    await expect(window.heading('My tasks')).toBeVisible();
    await keyboard.press('g');
    await keyboard.press('b');
    await expect(window.heading('Launch')).toBeVisible();
  });
});

test('the key is for the task under the pointer, if none is open or has the focus', async ({ office }) => {
  const ada = await office.hire('Ada');
  const launch = await office.found('Launch', ada);
  for (const title of ['First', 'Second']) await office.rest.createTask(ada, launch, title);
  const window = await office.seatAtBoard(ada, launch);
  await window.title('Second').hover();
  await window.page.keyboard.press('x');
  await expect(window.titles('Done')).toHaveText(['Second']);
  await window.title('First').hover();
  await window.page.keyboard.press('Enter');
  await expect(window.panel.title).toHaveValue('First');
});

test('a closed window gives the focus back, to a menu’s button as well', async ({ office }) => {
  const ada = await office.hire('Ada');
  const launch = await office.found('Launch', ada);
  await office.rest.createTask(ada, launch, 'Write');
  const window = await office.seatAtBoard(ada, launch);
  const { page } = window;
  const actions = page.getByRole('button', { name: 'Actions for Write' });
  await actions.focus();
  await page.keyboard.press('Enter');
  await window.choice('Delete').focus();
  await page.keyboard.press('Enter');
  await expect(window.dialog('Delete this task?')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(actions).toBeFocused();
});

test('shortcuts of a single key can be turned off', async ({ office }) => {
  const ada = await office.hire('Ada');
  const window = await office.seat(ada, '/profile');
  await window.page.getByRole('checkbox', { name: 'Use shortcuts of a single key' }).uncheck();
  await window.page.reload();
  await expect(
    window.page.getByRole('checkbox', { name: 'Use shortcuts of a single key' }),
  ).not.toBeChecked();
  await window.page.keyboard.press('?');
  await window.page.keyboard.press('g');
  await window.page.keyboard.press('m');
  await window.palette.open();
  await expect(window.dialog('Keyboard shortcuts')).toBeHidden();
  await expect(window.page).toHaveURL('/profile');
});

test('the first key of the day leads to the content', async ({ office }) => {
  const ada = await office.hire('Ada');
  const window = await office.seat(ada, '/profile');
  await expect(window.heading('Ada')).toBeVisible();
  await window.page.keyboard.press('Tab');
  await expect(window.page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await window.page.keyboard.press('Enter');
  await expect(window.page.getByRole('main')).toBeFocused();
});
