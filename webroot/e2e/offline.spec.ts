import { brokenNetwork } from './house/Complaints';
import { expect, test } from './house/test';

test('what is done offline is sent once, when the network is back', async ({ office, line }) => {
  office.complaints.expect(brokenNetwork);
  const [ada, grace] = [await office.hire('Ada'), await office.hire('Grace')];
  const launch = await office.found('Launch', ada, [[grace, 'member']]);
  await office.rest.createTask(ada, launch, 'Write the announcement');
  const train = await office.seatAtBoard(ada, launch, { url: line.url });
  const desk = await office.seatAtBoard(grace, launch);
  await expect(train.connection).toHaveText('Live');
  await expect(desk.connection).toHaveText('Live');
  // Where somebody comments is fetched after the first page.
  await train.open('Write the announcement');
  await expect(train.panel.newComment).toBeVisible();
  await train.panel.close();

  line.let('nothing');
  await train.page.context().setOffline(true);
  await expect(train.connection).toContainText('Offline');
  await train.add('To do', 'Written in a tunnel');
  const panel = await train.open('Write the announcement');
  await panel.rename('Write an announcement');
  await panel.rename('Write a short announcement');
  await train.panel.close();
  await train.complete('Written in a tunnel');
  await expect(train.titles('Done')).toHaveText(['Written in a tunnel']);
  await expect(train.connection).toContainText('4 unsaved changes');
  await desk.add('To do', 'Written at the desk');

  line.let('everything');
  await train.page.context().setOffline(false);
  await expect(train.connection).toHaveText('Live');
  await expect(train.unsaved).toHaveCount(0);
  for (const window of [train, desk]) {
    await expect(window.titles('To do')).toHaveText(['Write a short announcement', 'Written at the desk']);
    await expect(window.titles('Done')).toHaveText(['Written in a tunnel']);
  }
});

test('unsent changes survive a reload', async ({ office, line }) => {
  office.complaints.expect(brokenNetwork);
  const ada = await office.hire('Ada');
  const launch = await office.found('Launch', ada);
  const window = await office.seatAtBoard(ada, launch, { url: line.url });
  await expect(window.connection).toHaveText('Live');

  line.let('pages');
  await window.add('To do', 'One', 'Two');
  await expect(window.unsaved).toHaveCount(2);
  await window.page.reload();
  await expect(window.titles('To do')).toHaveText(['One', 'Two']);
  await expect(window.connection).toContainText('2 unsaved changes');

  line.let('everything');
  await expect(window.connection).toHaveText('Live');
  await expect(window.unsaved).toHaveCount(0);
  await expect(window.titles('To do')).toHaveText(['One', 'Two']);
  const { tasks } = await office.rest.snapshot(ada, launch);
  expect(tasks.map(({ title }) => title).toSorted()).toEqual(['One', 'Two']);
});
