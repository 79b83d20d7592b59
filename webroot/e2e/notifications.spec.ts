import { brokenNetwork } from './house/Complaints';
import { expect, test } from './house/test';

test('an assignment is told once, on every device, and read on one it is read on all', async ({ office }) => {
  const [ada, grace] = [await office.hire('Ada'), await office.hire('Grace')];
  const launch = await office.found('Launch', ada, [[grace, 'member']]);
  await office.rest.createTask(ada, launch, 'Write the announcement');
  const desk = await office.seatAtBoard(ada, launch);
  const laptop = await office.seat(grace, '/tasks');
  const tablet = await office.seat(grace, '/workspaces');
  for (const window of [desk, laptop, tablet]) await expect(window.connection).toHaveText('Live');

  await desk.choose('Write the announcement', 'Assign to', 'Grace');
  for (const window of [laptop, tablet]) {
    await window.bell.counts(1);
    await expect(window.messages.getByRole('button', { name: 'Ada assigned you' })).toBeVisible();
  }
  await expect(laptop.title('Write the announcement')).toBeVisible();
  await laptop.page.reload();
  await laptop.bell.counts(1);

  await laptop.bell.open();
  await expect(laptop.bell.lines).toHaveCount(1);
  await laptop.bell.line('Ada assigned you #1 Write the announcement').click();
  await expect(laptop.panel.title).toHaveValue('Write the announcement');
  await expect(laptop.bell.list).toBeHidden();
  for (const window of [laptop, tablet]) await window.bell.counts(0);
  await expect(tablet.messages.getByText('Ada assigned you')).toBeHidden();
  // Of what she did herself Ada hears nothing, only that Grace has joined.
  await desk.bell.counts(1);
});

test('the list is walked by keyboard, filtered, and marked as read as a whole', async ({ office }) => {
  const [ada, grace] = [await office.hire('Ada'), await office.hire('Grace')];
  const launch = await office.found('Launch', ada, [[grace, 'member']]);
  const window = await office.seat(grace, '/tasks');
  await expect(window.connection).toHaveText('Live');
  for (const title of ['Book the room', 'Write the announcement']) {
    await office.rest.createTask(ada, launch, title, { assigned_to: grace.user.id });
  }
  await window.bell.counts(2);

  await window.bell.button.press('Enter');
  const first = window.bell.line('Write the announcement');
  await expect(first).toBeVisible();
  await window.page.keyboard.press('ArrowDown');
  await expect(first).toBeFocused();
  await window.page.keyboard.press('End');
  await expect(window.bell.line('Book the room')).toBeFocused();

  await office.rest.createTask(ada, launch, 'Order cake', { assigned_to: grace.user.id });
  await expect(window.bell.lines).toHaveCount(3);
  await window.bell.list.getByRole('button', { name: 'Kind: All kinds' }).click();
  await window.choice('Mentions').click();
  await expect(window.bell.list.getByText('Nothing matches')).toBeVisible();
  await window.bell.list.getByRole('button', { name: 'Show everything' }).click();
  await window.bell.list.getByRole('button', { name: 'Mark all as read' }).click();
  await window.bell.counts(0);
  await window.bell.list.getByRole('button', { name: 'Unread', exact: true }).click();
  await expect(window.bell.list.getByText('Nothing matches')).toBeVisible();
  await window.page.keyboard.press('Escape');
  await expect(window.bell.list).toBeHidden();
  await expect(window.bell.button).toBeFocused();
});

test('what is muted says nothing, until it is unmuted', async ({ office }) => {
  const [ada, grace] = [await office.hire('Ada'), await office.hire('Grace')];
  const launch = await office.found('Launch', ada, [[grace, 'member']]);
  const task = await office.rest.createTask(ada, launch, 'Write the announcement');
  const window = await office.seatAtBoard(grace, launch);
  await expect(window.connection).toHaveText('Live');

  // A mute shows before the server has it.
  const stored = async (act: Promise<void>) => {
    await Promise.all([
      window.page.waitForResponse((answer) => answer.url().endsWith('/mute') && answer.ok()),
      act,
    ]);
  };
  await stored(window.choose('Write the announcement', 'Mute'));
  await expect(window.card('Write the announcement').getByText('Muted')).toBeAttached();
  await office.rest.changeTask(ada, task, { assigned_to: grace.user.id });
  await expect(window.card('Write the announcement').getByText('Assigned to Grace')).toBeAttached();
  await window.go('Settings');
  await stored(window.press('Mute'));
  await expect(window.page.getByText('You hear nothing of what happens in this workspace.')).toBeVisible();
  await office.rest.createTask(ada, launch, 'Book the room', { assigned_to: grace.user.id });

  await window.bell.open();
  await window.bell.list.getByRole('link', { name: 'Notification settings' }).click();
  await expect(window.page.getByRole('list', { name: 'Muted' }).getByRole('listitem')).toHaveCount(2);
  await stored(window.press('Unmute Launch'));
  await expect(window.page.getByRole('list', { name: 'Muted' }).getByRole('listitem')).toHaveCount(1);
  await window.page.reload();
  await expect(window.page.getByRole('list', { name: 'Muted' })).toContainText('Write the announcement');
  await office.rest.createTask(ada, launch, 'Order cake', { assigned_to: grace.user.id });
  await window.bell.counts(1);
  await window.bell.open();
  await expect(window.bell.lines).toHaveText([/Order cake/]);
});

test('settings are saved at once and survive a reload', async ({ office }) => {
  const grace = await office.hire('Grace');
  const window = await office.seat(grace, '/notifications/settings');
  const { page } = window;
  await expect(page.getByText('This server sends no e-mail')).toBeVisible();

  await page.getByRole('checkbox', { name: 'Assigned to me: in the app' }).uncheck();
  await page.getByLabel('Send it').selectOption('Every day');
  await page.getByLabel('At', { exact: true }).selectOption('17:00');
  await page.getByLabel('Remind me of a due date').selectOption('2 hours before');
  await expect(page.getByRole('status').getByText('Saved')).toBeVisible();

  await page.reload();
  await expect(page.getByRole('checkbox', { name: 'Assigned to me: in the app' })).not.toBeChecked();
  await expect(page.getByRole('checkbox', { name: 'Mentions: in the app' })).toBeChecked();
  await expect(page.getByLabel('At', { exact: true })).toHaveValue('17');
  await expect(page.getByLabel('Remind me of a due date')).toHaveValue('2');
});

test('what was missed without a network is summed up', async ({ office, line }) => {
  office.complaints.expect(brokenNetwork);
  const [ada, grace] = [await office.hire('Ada'), await office.hire('Grace')];
  const launch = await office.found('Launch', ada, [[grace, 'member']]);
  const train = await office.seat(grace, '/workspaces', { url: line.url });
  const desk = await office.seat(grace, '/workspaces');
  await expect(train.connection).toHaveText('Live');
  line.let('nothing');
  await train.page.context().setOffline(true);
  for (const title of ['Book the room', 'Order cake']) {
    await office.rest.createTask(ada, launch, title, { assigned_to: grace.user.id });
  }
  await desk.bell.counts(2);

  line.let('everything');
  await train.page.context().setOffline(false);
  await train.bell.counts(2);
  const summary = train.messages.getByRole('button', { name: '2 new notifications' });
  await expect(summary).toBeVisible();
  await expect(train.messages.getByText('Ada assigned you')).toHaveCount(0);
  await summary.click();
  await expect(train.bell.lines).toHaveText([/Order cake/, /Book the room/]);
});

test('a long list comes in pages, and one that could not be read is asked for again', async ({ office }) => {
  office.complaints.expect(brokenNetwork);
  const [ada, grace] = [await office.hire('Ada'), await office.hire('Grace')];
  const launch = await office.found('Launch', ada, [[grace, 'member']]);
  const many = Array.from({ length: 32 }, (_, index) => `Letter ${index + 1}`);
  for (const title of many) await office.rest.createTask(ada, launch, title, { assigned_to: grace.user.id });
  const window = await office.seat(grace, '/workspaces');
  await window.bell.counts(32);

  const list = '**/api/notifications?*';
  await window.page.route(list, (route) => route.abort());
  await window.bell.open();
  await expect(window.bell.list.getByText('The notifications could not be loaded')).toBeVisible();
  await window.page.unroute(list);
  await window.press('Try again');
  await expect(window.bell.lines).toHaveCount(30);

  await window.page.route(list, (route) => route.abort());
  await window.press('Show more');
  await expect(window.bell.list.getByRole('alert')).toHaveText('The rest could not be loaded.');
  await window.page.unroute(list);
  await window.press('Show more');
  await expect(window.bell.lines).toHaveCount(32);
  await expect(window.page.getByRole('button', { name: 'Show more' })).toBeHidden();
});
