import { createWorkspace, makeInvite, signUp } from './house/accountPages';
import { newEmail } from './house/rest';
import { expect, test } from './house/test';

const newPerson = (name: string) => ({ name, email: newEmail(name), password: 'correct horse battery' });

test('two people sign up, meet over an invite link and see each other work', async ({ office }) => {
  const ada = await office.newDevice({ permissions: ['clipboard-read', 'clipboard-write'] });
  const grace = await office.newDevice();

  await ada.page.goto('/');
  await ada.go('Create account');
  await signUp(ada, newPerson('Ada Lovelace'));
  await expect(ada.heading('No workspace yet')).toBeVisible();
  await createWorkspace(ada, 'Launch');
  await expect(ada.heading('Launch')).toBeVisible();
  await ada.go('Members');
  await makeInvite(ada);
  const ready = ada.dialog('Your invite link');
  await ready.getByRole('button', { name: 'Copy' }).click();
  await expect(ready.getByRole('button', { name: 'Copied' })).toBeVisible();
  await ready.getByText('Close').click();

  await grace.page.goto(await ada.page.evaluate(() => navigator.clipboard.readText()));
  await expect(grace.heading('Join Launch')).toBeVisible();
  await grace.go('Create account');
  await signUp(grace, newPerson('Grace Hopper'));
  await grace.press('Join workspace');
  await expect(grace.heading('Launch')).toBeVisible();
  await expect(ada.page.getByRole('list', { name: 'Members' })).toContainText('Grace Hopper');
  await ada.go('Board');
  await expect(ada.connection).toHaveText('Live');
  await expect(grace.connection).toHaveText('Live');

  await test.step('create', async () => {
    await ada.add('To do', 'Write the announcement', 'Book the room');
    await expect(grace.titles('To do')).toHaveText(['Write the announcement', 'Book the room']);
  });
  await test.step('edit', async () => {
    const panel = await grace.open('Book the room');
    await panel.rename('Book the large room');
    await panel.describe('For forty people.');
    await panel.addItem('Ask for the price');
    await panel.close();
    await (await ada.open('Book the large room')).tick('Ask for the price');
    await expect(ada.panel.shownDescription).toHaveText('For forty people.');
    await ada.panel.close();
    await expect(grace.card('Book the large room')).toContainText('1/1');
  });
  await test.step('move', async () => {
    await ada.choose('Book the large room', 'Move to', 'In progress');
    await expect(grace.titles('In progress')).toHaveText(['Book the large room']);
    await grace.drag('Book the large room', 'To do');
    await expect(ada.titles('In progress')).toHaveCount(0);
    await expect(ada.titles('To do')).toHaveCount(2);
  });
  await test.step('assign', async () => {
    await ada.choose('Write the announcement', 'Assign to', 'Grace Hopper');
    await expect(grace.card('Write the announcement')).toContainText('Assigned to Grace Hopper');
  });
  await test.step('complete', async () => {
    await grace.complete('Write the announcement');
    await expect(ada.titles('Done')).toHaveText(['Write the announcement']);
  });
  await test.step('open a card at the edge and see it beside its panel', async () => {
    await ada.page.setViewportSize({ width: 1000, height: 700 });
    await ada.open('Write the announcement');
    await expect(ada.card('Write the announcement')).toBeInViewport({ ratio: 1 });
    await ada.panel.close();
  });
  await test.step('delete', async () => {
    await ada.delete('Book the large room');
    await expect(grace.title('Book the large room')).toBeHidden();
    await expect(grace.titles('Done')).toHaveText(['Write the announcement']);
  });
});
