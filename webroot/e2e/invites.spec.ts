import { makeInvite } from './house/accountPages';
import { expireInvites } from './house/database';
import { expect, test } from './house/test';

const dataDir = process.env.TANDEM_E2E_DATA_DIR ?? '';

/** Browsers put every answer that is not 2xx on the console. */
const gone = /status of 410/;

test('an expired invite says so', async ({ office }) => {
  office.complaints.expect(gone);
  const [ada, grace] = [await office.hire('Ada'), await office.hire('Grace')];
  const launch = await office.found('Launch', ada);
  const token = await office.rest.createInvite(ada, launch);
  await expireInvites(dataDir, launch);
  const window = await office.seat(grace, `/join/${token}`);
  await expect(window.heading('This invite has expired')).toBeVisible();
  await expect(window.page.getByText('Ask for a new one.')).toBeVisible();
});

test('an invite that runs out while the page is open says so', async ({ office }) => {
  office.complaints.expect(gone);
  const [ada, grace] = [await office.hire('Ada'), await office.hire('Grace')];
  const launch = await office.found('Launch', ada);
  const token = await office.rest.createInvite(ada, launch);
  const window = await office.seat(grace, `/join/${token}`);
  await expect(window.heading('Join Launch')).toBeVisible();
  await expireInvites(dataDir, launch);
  await window.press('Join workspace');
  await expect(window.page.getByRole('alert')).toContainText('This invite has expired');
});

test('a revoked invite says so', async ({ office }) => {
  office.complaints.expect(gone);
  const [ada, grace] = [await office.hire('Ada'), await office.hire('Grace')];
  const launch = await office.found('Launch', ada);
  const members = await office.seat(ada, `/workspaces/${launch}/members`);
  const link = await makeInvite(members);
  await members.page.keyboard.press('Escape');
  await members.press('Revoke the invite link for the role Member');
  await members.dialog('Revoke this invite link?').getByRole('button', { name: 'Revoke' }).click();
  await expect(members.page.getByText('No open invite links')).toBeVisible();
  const window = await office.seat(grace, link);
  await expect(window.heading('This invite was withdrawn')).toBeVisible();
});

test('an invite for one person lets in one person', async ({ office }) => {
  office.complaints.expect(gone);
  const [ada, grace, alan] = [
    await office.hire('Ada'),
    await office.hire('Grace'),
    await office.hire('Alan'),
  ];
  const launch = await office.found('Launch', ada);
  const members = await office.seat(ada, `/workspaces/${launch}/members`);
  const link = await makeInvite(members, 'Once');
  const first = await office.seat(grace, link);
  await first.press('Join workspace');
  await expect(first.heading('Launch')).toBeVisible();
  const second = await office.seat(alan, link);
  await expect(second.heading('This invite has been used')).toBeVisible();
});

test('an invite by e-mail address reaches who it is for, and lets in nobody else', async ({ office }) => {
  office.complaints.expect(/status of 403/);
  const [ada, grace, alan] = [
    await office.hire('Ada'),
    await office.hire('Grace'),
    await office.hire('Alan'),
  ];
  const launch = await office.found('Launch', ada);
  const window = await office.seat(grace, '/tasks');
  await expect(window.connection).toHaveText('Live');
  const members = await office.seat(ada, `/workspaces/${launch}/members`);
  await members.press('New invite link');
  await members.page.getByRole('textbox', { name: /^For one person/ }).fill(grace.email);
  await members.page.getByRole('dialog').getByRole('button', { name: 'Create' }).click();
  const ready = members.dialog('Your invite link');
  await expect(ready).toContainText(`Only ${grace.email} can use it.`);
  const link = await ready.getByRole('textbox', { name: 'Invite link' }).inputValue();
  await members.page.keyboard.press('Escape');
  await expect(members.page.getByRole('listitem').filter({ hasText: grace.email })).toBeVisible();

  const stranger = await office.seat(alan, link);
  await stranger.press('Join workspace');
  await expect(stranger.page.getByRole('alert')).toContainText('This invite is for other addresses');

  await window.bell.open();
  await window.bell.line('Ada invited you to Launch as member').click();
  await window.press('Join workspace');
  await expect(window.heading('Launch')).toBeVisible();
});

test('a mistyped invite link says so', async ({ office }) => {
  office.complaints.expect(/status of 404/);
  const window = await office.newDevice();
  await window.page.goto('/join/no-such-invite');
  await expect(window.heading('This invite link is not right')).toBeVisible();
});
