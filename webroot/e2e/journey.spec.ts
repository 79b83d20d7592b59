import { createWorkspace, makeInvite, signUp } from './house/accountPages';
import { brokenNetwork } from './house/Complaints';
import { test } from './house/ownServer';
import { newEmail } from './house/rest';
import { expect } from './house/test';
import type { Window } from './house/Window';

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

/** Nothing asks, fails or is taken back. */
async function expectUndisturbed({ page }: Window): Promise<void> {
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.locator('.toast-problem')).toHaveCount(0);
  await expect(page.getByText(/could not|has failed|undone/)).toHaveCount(0);
}

test('two newcomers work through an update of the server, on a laptop and a phone', async ({
  office,
  server,
}) => {
  test.setTimeout(150_000);
  office.complaints.expect(brokenNetwork);
  const laptop = await office.newDevice();
  const pocket = await office.newDevice(phone);

  await test.step('one signs up and invites the other', async () => {
    await laptop.page.goto('/sign-up');
    await signUp(laptop, { name: 'Ada', email: newEmail('ada'), password: 'correct horse battery' });
    await createWorkspace(laptop, 'Launch');
    await expect(laptop.heading('Launch')).toBeVisible();
    await laptop.go('Members');
    const link = await makeInvite(laptop);
    await laptop.page.keyboard.press('Escape');
    await laptop.go('Board');
    await pocket.page.goto(link);
    await pocket.go('Create account');
    await signUp(pocket, { name: 'Grace', email: newEmail('grace'), password: 'correct horse battery' });
    await pocket.press('Join workspace');
    await expect(pocket.heading('Launch')).toBeVisible();
  });
  await test.step('they work', async () => {
    await laptop.add('To do', 'Write the announcement', 'Book the room');
    await expect(pocket.titles('To do')).toHaveText(['Write the announcement', 'Book the room']);
    const panel = await pocket.open('Write the announcement');
    await panel.say('Shall I write it?');
    await panel.close();
    await laptop.open('Write the announcement');
    await expect(laptop.panel.comment('Shall I write it?')).toBeVisible();
  });

  await test.step('the server is updated while one types and both go on', async () => {
    await laptop.panel.title.fill('Write a short announcement');
    await server.shutDown();
    await pocket.complete('Book the room');
    await laptop.panel.say('Yes, please.');
    for (const window of [laptop, pocket]) await expect(window.connection).not.toHaveText('Live');
    await expect(pocket.titles('Done')).toHaveText(['Book the room']);
    await expectUndisturbed(laptop);
    await server.startAgain();
  });

  await test.step('nothing has changed but the colour of a mark', async () => {
    for (const window of [laptop, pocket]) {
      await expect(window.connection).toHaveText('Live', { timeout: 40_000 });
      await expect(window.unsaved).toHaveCount(0);
    }
    await expect(laptop.panel.title).toHaveValue('Write a short announcement');
    await laptop.panel.title.press('Enter');
    await expect(laptop.titles('Done')).toHaveText(['Book the room']);
    await expect(pocket.titles('To do')).toHaveText(['Write a short announcement']);
    await pocket.open('Write a short announcement');
    await expect(pocket.panel.comment('Yes, please.')).toHaveCount(1);
    for (const window of [laptop, pocket]) await expectUndisturbed(window);
  });
});
