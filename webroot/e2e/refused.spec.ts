import type { Task } from '../client/model';
import { brokenNetwork } from './house/Complaints';
import type { Office } from './house/Office';
import type { Account } from './house/rest';
import { expect, test } from './house/test';
import type { Window } from './house/Window';

test('a viewer looks and is offered no change', async ({ office }) => {
  const [ada, alan] = [await office.hire('Ada'), await office.hire('Alan')];
  const launch = await office.found('Launch', ada, [[alan, 'viewer']]);
  await office.rest.createTask(ada, launch, 'Write the announcement');
  const window = await office.seatAtBoard(alan, launch);
  await expect(window.titles('To do')).toHaveText(['Write the announcement']);
  await expect(window.page.getByRole('button', { name: /^Add a task/ })).toHaveCount(0);
  await expect(window.page.getByRole('button', { name: 'Complete Write the announcement' })).toBeDisabled();
  const panel = await window.open('Write the announcement');
  await expect(panel.title).not.toBeEditable();
});

test('a change that is refused is taken back and says why', async ({ office, line }) => {
  office.complaints.expect(brokenNetwork);
  const [ada, grace] = [await office.hire('Ada'), await office.hire('Grace')];
  const launch = await office.found('Launch', ada, [[grace, 'member']]);
  await office.rest.createTask(ada, launch, 'Write the announcement');
  const window = await office.seatAtBoard(grace, launch, { url: line.url });
  await expect(window.connection).toHaveText('Live');

  line.let('nothing');
  await window.add('To do', 'One more');
  await window.complete('Write the announcement');
  await expect(window.unsaved).toHaveCount(2);
  await office.rest.changeRole(ada, launch, grace, 'viewer');
  line.let('everything');

  await expect(window.messages).toContainText('The task could not be created');
  await expect(window.messages).toContainText('The task was not completed');
  await expect(window.messages).toContainText('Your role here does not allow this.');
  await expect(window.titles('To do')).toHaveText(['Write the announcement']);
  await expect(window.page.getByText('Viewer')).toBeVisible();
});

test.describe('two people who change the same title', () => {
  interface Meeting {
    ada: Account;
    window: Window;
    task: Task;
    launch: string;
  }

  /** Grace has begun to type when Ada's title arrives. */
  async function meet(office: Office): Promise<Meeting> {
    const [ada, grace] = [await office.hire('Ada'), await office.hire('Grace')];
    const launch = await office.found('Launch', ada, [[grace, 'member']]);
    const task = await office.rest.createTask(ada, launch, 'Announcement');
    const window = await office.seatAtBoard(grace, launch);
    const panel = await window.open('Announcement');
    await panel.title.fill('Announcement by Grace');
    await office.rest.changeTask(ada, task, { title: 'Announcement by Ada' });
    await expect(window.titles('To do')).toHaveText(['Announcement by Ada']);
    await panel.title.press('Enter');
    const dialog = window.dialog('Somebody else changed this too');
    await expect(dialog).toContainText('Announcement by Grace');
    await expect(dialog).toContainText('Announcement by Ada');
    return { ada, window, task, launch };
  }

  test('are asked which should stand: the other', async ({ office }) => {
    const { window } = await meet(office);
    await window.press('Keep theirs');
    await expect(window.panel.title).toHaveValue('Announcement by Ada');
    await expect(window.titles('To do')).toHaveText(['Announcement by Ada']);
  });

  test('are asked which should stand: their own', async ({ office }) => {
    const { ada, window, launch } = await meet(office);
    await window.press('Use mine');
    await expect(window.titles('To do')).toHaveText(['Announcement by Grace']);
    await expect(window.unsaved).toHaveCount(0);
    const { tasks } = await office.rest.snapshot(ada, launch);
    expect(tasks.map(({ title }) => title)).toEqual(['Announcement by Grace']);
  });
});

test('changes of different fields at the same time are both kept', async ({ office, line }) => {
  office.complaints.expect(brokenNetwork);
  const [ada, grace] = [await office.hire('Ada'), await office.hire('Grace')];
  const launch = await office.found('Launch', ada, [[grace, 'member']]);
  const task = await office.rest.createTask(ada, launch, 'Announcement');
  const window = await office.seatAtBoard(grace, launch, { url: line.url });
  const panel = await window.open('Announcement');
  await expect(window.connection).toHaveText('Live');
  line.let('nothing');
  await panel.rename('Announcement by Grace');
  await office.rest.changeTask(ada, task, { description: 'Described by Ada' });
  line.let('everything');
  await expect(panel.shownDescription).toHaveText('Described by Ada');
  await expect(panel.title).toHaveValue('Announcement by Grace');
  await expect(window.unsaved).toHaveCount(0);
});

test('nobody is in conflict with themselves, however fast they are', async ({ office }) => {
  const ada = await office.hire('Ada');
  const launch = await office.found('Launch', ada);
  await office.rest.createTask(ada, launch, 'Announcement');
  const window = await office.seatAtBoard(ada, launch);
  const panel = await window.open('Announcement');
  const items = ['One', 'Two', 'Three', 'Four', 'Five', 'Six'];
  for (const item of items) await panel.addItem(item);
  for (const item of items) await panel.tick(item);
  await expect(window.unsaved).toHaveCount(0);
  const { tasks } = await office.rest.snapshot(ada, launch);
  expect(tasks[0]?.checklist.map(({ text, done }) => (done ? text : ''))).toEqual(items);
});
