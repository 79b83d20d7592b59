import { expect, test } from './house/test';

test('two people see each other on the board, at a task and while they type', async ({ office }) => {
  const [ada, grace] = [await office.hire('Ada Lovelace'), await office.hire('Grace Hopper')];
  const launch = await office.found('Launch', ada, [[grace, 'member']]);
  await office.rest.createTask(ada, launch, 'Write the announcement');
  const adas = await office.seatAtBoard(ada, launch);
  await expect(adas.here).toHaveCount(0);
  const graces = await office.seatAtBoard(grace, launch);
  await expect(adas.here).toHaveAccessibleName('Also here: Grace Hopper');
  await expect(graces.here).toHaveAccessibleName('Also here: Ada Lovelace');

  await test.step('who looks at a task shows on its card and in its panel', async () => {
    await graces.open('Write the announcement');
    const looking = adas.card('Write the announcement').getByRole('img', { name: 'Looking at this' });
    await expect(looking).toHaveAccessibleName('Looking at this: Grace Hopper');
    await adas.open('Write the announcement');
    await expect(adas.panel.region.getByRole('img', { name: 'Looking at this: Grace Hopper' })).toBeVisible();
    await expect(
      graces.panel.region.getByRole('img', { name: 'Looking at this: Ada Lovelace' }),
    ).toBeVisible();
  });
  await test.step('typing shows at the field, and ends with the typing', async () => {
    const typing = adas.panel.region.getByRole('status').filter({ hasText: 'Grace Hopper is typing…' });
    await graces.panel.newComment.pressSequentially('I think');
    await expect(typing).toHaveCount(1);
    await graces.panel.newComment.press('Control+Enter');
    await expect(typing).toHaveCount(0);
    await graces.panel.description.pressSequentially('For');
    await expect(typing).toHaveCount(1);
    await graces.panel.description.blur();
    await expect(typing).toHaveCount(0);
  });
  await test.step('who closes the task, and then the page, is not there any more', async () => {
    await graces.panel.close();
    await expect(adas.panel.region.getByRole('img', { name: 'Looking at this' })).toHaveCount(0);
    await expect(adas.here).toHaveAccessibleName('Also here: Grace Hopper');
    await graces.page.reload();
    await expect(graces.here).toHaveAccessibleName('Also here: Ada Lovelace');
    await graces.page.close();
    await expect(adas.here).toHaveCount(0);
  });
});

test('a status that one chooses shows to the others, and is kept', async ({ office }) => {
  const [ada, grace] = [await office.hire('Ada Lovelace'), await office.hire('Grace Hopper')];
  const launch = await office.found('Launch', ada, [[grace, 'member']]);
  const adas = await office.seat(ada, `/workspaces/${launch}/members`);
  const member = adas.page
    .getByRole('list', { name: 'Members' })
    .getByRole('listitem')
    .filter({ hasText: 'Grace' });
  await expect(member).toContainText('Not here yet');
  const graces = await office.seatAtBoard(grace, launch);
  await expect(member).toContainText('Online');

  await graces.chooseStatus('Do not disturb');
  await expect(member).toContainText('Do not disturb');
  await graces.page.reload();
  await expect(graces.account).toHaveAccessibleDescription('Do not disturb');
  await graces.page.close();
  await expect(member).toContainText('Last seen just now');
});

test('who leaves the device alone for five minutes is away, and back with the first touch', async ({
  office,
}) => {
  const [ada, grace] = [await office.hire('Ada Lovelace'), await office.hire('Grace Hopper')];
  const launch = await office.found('Launch', ada, [[grace, 'member']]);
  const adas = await office.seat(ada, `/workspaces/${launch}/members`);
  const member = adas.page
    .getByRole('list', { name: 'Members' })
    .getByRole('listitem')
    .filter({ hasText: 'Grace' });
  const graces = await office.seatAtBoard(grace, launch);
  await graces.page.clock.install();
  await graces.page.reload();
  await expect(graces.connection).toHaveText('Live');
  await expect(member).toContainText('Online');

  await graces.page.clock.fastForward('05:01');
  await expect(member).toContainText('Away');
  await graces.page.mouse.move(200, 200);
  await graces.page.mouse.move(220, 220);
  await expect(member).toContainText('Online');
});
