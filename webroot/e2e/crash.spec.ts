import { brokenNetwork } from './house/Complaints';
import { test } from './house/ownServer';
import { expect } from './house/test';

/** High enough for all the cards: those out of sight are not there. */
const high = { viewport: { width: 1280, height: 2400 } };

test('a server killed in the middle of work loses and doubles nothing', async ({ office, server }) => {
  test.setTimeout(120_000);
  const added = Array.from({ length: 20 }, (_, index) => `Task ${index + 1}`);
  office.complaints.expect(brokenNetwork);
  const [ada, grace] = [await office.hire('Ada'), await office.hire('Grace')];
  const launch = await office.found('Launch', ada, [[grace, 'member']]);
  await office.rest.createTask(ada, launch, 'Write the announcement');
  const windows = [
    await office.seatAtBoard(ada, launch, high),
    await office.seatAtBoard(grace, launch, high),
  ] as const;
  const [adas, graces] = windows;
  for (const window of windows) await expect(window.connection).toHaveText('Live');

  await test.step('it is killed while Ada adds tasks and Grace types', async () => {
    const panel = await graces.open('Write the announcement');
    await panel.title.fill('Write a short announcement');
    await Promise.all([
      adas.add('To do', ...added),
      graces
        .title('Task 3')
        .waitFor()
        .then(() => server.kill()),
    ]);
    await panel.title.press('Enter');
    await panel.close();
    await adas.add('In progress', 'Made without a server');
    for (const window of windows) await expect(window.connection).toHaveText(/Reconnecting|Connecting/);
  });

  await server.startAgain();
  const toDo = ['Write a short announcement', ...added];
  for (const window of windows) {
    await expect(window.connection).toHaveText('Live', { timeout: 40_000 });
    await expect(window.unsaved).toHaveCount(0);
    await expect(window.titles('To do')).toHaveText(toDo);
    await expect(window.titles('In progress')).toHaveText(['Made without a server']);
  }
  const { tasks } = await office.rest.snapshot(ada, launch);
  expect(tasks.map(({ title }) => title).toSorted()).toEqual([...toDo, 'Made without a server'].toSorted());
});
