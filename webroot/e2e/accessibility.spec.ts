import { labelColors } from '../client/model';
import { calm, expectAccessible } from './house/axe';
import { expireInvites } from './house/database';
import type { Office } from './house/Office';
import { expect, test } from './house/test';

test.describe.configure({ timeout: 120_000 });

test('whoever is not signed in yet', async ({ office }) => {
  office.complaints.expect(/status of (401|404|410)/);
  const ada = await office.hire('Ada');
  const launch = await office.found('Launch', ada);
  const invite = await office.rest.createInvite(ada, launch);
  const window = await office.newDevice(calm);
  const { page } = window;
  await page.goto('/sign-in');
  await expectAccessible(window, 'signing in');
  await page.getByRole('textbox', { name: 'E-mail address' }).fill('nobody@example.org');
  await page.getByLabel('Password').fill('not the password');
  await window.press('Sign in');
  await expect(page.getByRole('alert')).toBeVisible();
  await expectAccessible(window, 'signing in, refused');
  await page.goto('/sign-up');
  await expectAccessible(window, 'signing up');
  await page.goto(`/join/${invite}`);
  await expect(window.heading('Join Launch')).toBeVisible();
  await expectAccessible(window, 'joining');
  await expireInvites(process.env.TANDEM_E2E_DATA_DIR ?? '', launch);
  await page.reload();
  await expect(window.heading('This invite has expired')).toBeVisible();
  await expectAccessible(window, 'joining too late');
  await page.route('**/api/notifications/unsubscribe/*', (route) =>
    route.fulfill({ json: { kind: 'commented' } }),
  );
  await page.goto('/unsubscribe/some-token');
  await expect(window.heading('Stop e-mails about “Comments”?')).toBeVisible();
  await expectAccessible(window, 'unsubscribing');
  await window.press('Stop these e-mails');
  await expectAccessible(window, 'unsubscribed');
  await page.goto('/diagnose');
  await expect(page.getByText('Everything works')).toBeVisible({ timeout: 30_000 });
  await expectAccessible(window, 'the diagnosis');
});

test('workspaces and what belongs to a person', async ({ office }) => {
  const { ada, grace, launch } = await busyOffice(office);
  const window = await office.seat(await office.hire('Eve'), '/workspaces', calm);
  await expect(window.page.getByText('No workspace yet')).toBeVisible();
  await expectAccessible(window, 'no workspaces');
  await window.press('New workspace');
  await expectAccessible(window, 'a new workspace');

  const adas = await office.seat(ada, '/workspaces', calm);
  const { page } = adas;
  await expect(page.getByRole('main').getByRole('link', { name: 'Launch' })).toBeVisible();
  await expectAccessible(adas, 'workspaces');
  const task = await office.rest.createTask(grace, launch, 'For Ada', { assigned_to: ada.user.id });
  await office.rest.comment(grace, task, 'Would you, @Ada?');
  await page.goto('/tasks');
  await adas.press('Add a personal task');
  await page.keyboard.type('Call the plumber');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(adas.title('For Ada')).toBeVisible();
  await expectAccessible(adas, 'my tasks');
  await adas.open('Call the plumber');
  await expectAccessible(adas, 'my tasks, one open');
  await page.goto('/profile');
  await expect(adas.heading('Keyboard')).toBeVisible();
  await expectAccessible(adas, 'the profile');
  await page.goto('/notifications/settings');
  await expect(adas.heading('What you hear of')).toBeVisible();
  await expectAccessible(adas, 'the notification settings');
  await adas.bell.open();
  await expect(adas.bell.lines.first()).toBeVisible();
  await expectAccessible(adas, 'the notifications');
  await page.goto('/no-such-page');
  await expectAccessible(adas, 'no such page');
});

test('the board, its menus and its cards', async ({ office }) => {
  const { ada, grace, launch } = await busyOffice(office);
  const empty = await office.found('Empty', ada);
  const window = await office.seatAtBoard(ada, empty, calm);
  const { page } = window;
  await expectAccessible(window, 'an empty board');
  await office.seatAtBoard(grace, launch);
  await page.goto(`/workspaces/${launch}`);
  await expect(window.here).toBeVisible();
  await expectAccessible(window, 'a full board');
  await page.goto(`/workspaces/${launch}?view=list&assignee=me`);
  await expect(page.getByRole('button', { name: 'Clear' })).toBeVisible();
  await expectAccessible(window, 'a filtered list');
  await page.goto(`/workspaces/${launch}`);

  await test.step('its menus and a card under way', async () => {
    await page.getByRole('button', { name: 'Actions for Write the announcement' }).click();
    await window.choice('Assign to').hover();
    await expect(window.choice('Grace')).toBeVisible();
    await expectAccessible(window, 'the menu of a card');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Move Write the announcement' }).focus();
    await page.keyboard.press('Space');
    await expect(page.getByRole('status').getByText('Write the announcement is now in To do')).toBeAttached();
    await expectAccessible(window, 'a lifted card');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Switch workspace/ }).click();
    await expectAccessible(window, 'the workspaces to switch to');
    await page.keyboard.press('Escape');
    await window.account.click();
    await expectAccessible(window, 'the menu of the account');
    await page.keyboard.press('Escape');
  });
});

test('an open task, and what opens above a board', async ({ office }) => {
  const { ada, grace, launch, write } = await busyOffice(office);
  const window = await office.seatAtBoard(ada, launch, calm);
  const { page } = window;
  const beside = await office.seatAtBoard(grace, launch);
  await test.step('an open task', async () => {
    const panel = await window.open('Write the announcement');
    await expect(panel.comment('Shorter')).toBeVisible();
    await expectAccessible(window, 'an open task');
    await panel.region.getByRole('tab', { name: 'Activity' }).click();
    await expectAccessible(window, 'the activity of a task');
    await panel.region.getByRole('button', { name: 'Delete' }).click();
    await expect(window.dialog('Delete this task?')).toBeVisible();
    await expectAccessible(window, 'a task to delete');
    await page.keyboard.press('Escape');
    await panel.title.fill('Write a short announcement');
    await office.rest.changeTask(grace, write, { title: 'Write two announcements' });
    await expect(beside.title('Write two announcements')).toBeVisible();
    await panel.title.press('Enter');
    await expect(window.dialog('Somebody else changed this too')).toBeVisible();
    await expectAccessible(window, 'two values of one field');
    await window.press('Use mine');
    await panel.close();
  });
  await test.step('the palette and the sheet', async () => {
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('combobox')).toBeFocused();
    await expectAccessible(window, 'the palette');
    await page.keyboard.type('announce');
    await expect(window.palette.chosen).toHaveAccessibleName(/^Write/);
    await expectAccessible(window, 'the palette, with results');
    await page.keyboard.type(' nothing like it');
    await expect(page.getByText('Nothing found').first()).toBeVisible();
    await expectAccessible(window, 'the palette, without a result');
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await expect(window.dialog('Keyboard shortcuts')).toBeVisible();
    await expectAccessible(window, 'the shortcuts');
  });
});

test('the pages of a workspace', async ({ office }) => {
  office.complaints.expect(/status of 404/);
  const { ada, launch } = await busyOffice(office);
  await office.rest.createInvite(ada, launch);
  const window = await office.seat(ada, `/workspaces/${launch}/members`, calm);
  const { page } = window;
  await expect(page.getByText('No open invite links').or(page.getByText('Used 0 times'))).toBeVisible();
  await expectAccessible(window, 'the members');
  await window.press('New invite link');
  await expectAccessible(window, 'a new invite');
  await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click();
  await expect(window.dialog('Your invite link')).toBeVisible();
  await expectAccessible(window, 'an invite to hand on');
  await page.goto(`/workspaces/${launch}/settings`);
  await expect(window.heading('Danger zone')).toBeVisible();
  await expectAccessible(window, 'the settings');
  await window.press('Delete workspace');
  await expectAccessible(window, 'a workspace to delete');
  await page.goto(`/workspaces/${launch}/activity`);
  await expect(page.getByText('commented').first()).toBeVisible();
  await expectAccessible(window, 'the activity');
  await page.goto(`/workspaces/${ada.user.id}`);
  await expect(window.heading('This workspace is not here')).toBeVisible();
  await expectAccessible(window, 'a workspace that is gone');
});

test('a page that has failed', async ({ office }) => {
  office.complaints.expect(/./);
  const broken = JSON.stringify({ user: { id: 'ada' }, access_token: '', refresh_token: '', expires_at: 0 });
  const window = await office.newDevice(calm);
  await window.page.addInitScript((session) => localStorage.setItem('tandem.session', session), broken);
  await window.page.goto('/workspaces');
  await expect(window.heading('This page has failed')).toBeVisible();
  await expectAccessible(window, 'a crash');
});

/** A workspace in which there is one of everything. */
async function busyOffice(office: Office) {
  const ada = await office.hire('Ada');
  const [grace, alan] = [await office.hire('Grace'), await office.hire('Alan')];
  const launch = await office.found('Launch', ada, [
    [grace, 'member'],
    [alan, 'viewer'],
  ]);
  const { columns } = await office.rest.snapshot(ada, launch);
  const labels: string[] = [];
  for (const color of labelColors) {
    labels.push((await office.rest.createLabel(ada, launch, `In ${color}`, color)).id);
  }
  const write = await office.rest.createTask(ada, launch, 'Write the announcement', {
    description: 'With the date.',
    priority: 'urgent',
    due_at: '2020-01-01T12:00:00Z',
    assigned_to: grace.user.id,
    labels,
    checklist: [
      { id: crypto.randomUUID(), text: 'Collect what changed', done: true },
      { id: crypto.randomUUID(), text: 'Ask Grace', done: false },
    ],
  });
  for (const priority of ['low', 'medium', 'high']) {
    await office.rest.createTask(ada, launch, `A ${priority} one`, {
      priority,
      due_at: new Date(Date.now() + 86_400_000).toISOString(),
      column_id: columns.at(-1)?.id,
    });
  }
  await office.rest.comment(grace, write, 'Shorter, @Ada, please.');
  return { ada, grace, launch, write };
}

test('what others do is said aloud, and at once where one is writing', async ({ office }) => {
  const [ada, grace] = [await office.hire('Ada'), await office.hire('Grace')];
  const launch = await office.found('Launch', ada, [[grace, 'member']]);
  const tasks = [];
  for (const title of ['First', 'Second']) tasks.push(await office.rest.createTask(ada, launch, title));
  const window = await office.seatAtBoard(ada, launch);
  await expect(window.connection).toHaveText('Live');
  const said = window.page.getByRole('log', { name: 'Changes by others' });
  await expect(said).toBeEmpty();
  await window.complete('First');
  for (const task of tasks) await office.rest.changeTask(grace, task, { priority: 'high' });
  await expect(said).toHaveText('Grace changed 2 tasks.');
  const panel = await window.open('Second');
  await panel.title.press('End');
  if (tasks[1]) await office.rest.changeTask(grace, tasks[1], { title: 'Third' });
  await expect(said).toHaveText('Grace changed the title that you are editing.');
});
