import { brokenNetwork } from './house/Complaints';
import type { Palette } from './house/Palette';
import { expect, test } from './house/test';

test('what is typed while the palette is on its way is not lost, and no shortcut', async ({ office }) => {
  const ada = await office.hire('Ada');
  const launch = await office.found('Launch', ada);
  await office.rest.createTask(ada, launch, 'Fix the fax');
  const { page, palette, ...window } = await office.seatAtBoard(ada, launch);
  await page.getByRole('link', { name: 'Fix the fax' }).focus();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('fax');
  await expect(palette.chosen).toHaveAccessibleName(/^Fix the fax/);
  await expect(page.getByRole('combobox')).toHaveValue('fax');
  await page.keyboard.press('Enter');
  await expect(window.panel.region).toBeVisible();
  await expect(page.getByRole('button', { name: 'Complete Fix the fax' }).first()).toBeVisible();
});

test('a task is opened by its number, and the focus is where it was when the palette closes', async ({
  office,
}) => {
  const ada = await office.hire('Ada');
  const launch = await office.found('Launch', ada);
  for (const title of ['Write', 'Print']) await office.rest.createTask(ada, launch, title);
  const window = await office.seatAtBoard(ada, launch);
  const mine = window.page.getByRole('button', { name: 'Assigned to me' });
  await mine.focus();
  await window.palette.open();
  await window.page.keyboard.press('Escape');
  await expect(mine).toBeFocused();
  await window.palette.open();
  await window.palette.choose('#2', /^Print/);
  await expect(window.panel.title).toHaveValue('Print');
  await expect(window.panel.region).toBeFocused();
});

test('a task is assigned, moved and labelled by keyboard alone', async ({ office }) => {
  const [ada, grace] = [await office.hire('Ada'), await office.hire('Grace')];
  const launch = await office.found('Launch', ada, [[grace, 'member']]);
  await office.rest.createTask(ada, launch, 'Write the announcement');
  const window = await office.seatAtBoard(ada, launch);
  const { page } = window;
  const card = window.card('Write the announcement');
  await window.title('Write the announcement').focus();

  await test.step('through a page of the palette, and back from it', async () => {
    await window.palette.open();
    await window.palette.choose('assign', /^Assign to…/);
    await expect(window.palette.dialog.getByPlaceholder('Assign to…')).toBeFocused();
    await page.keyboard.press('Backspace');
    await expect(window.palette.dialog.getByPlaceholder(/^Search tasks/)).toBeFocused();
    await window.palette.choose('assign', /^Assign to…/);
    await window.palette.choose('gra', 'Grace');
    await expect(window.palette.dialog).toBeHidden();
    await expect(card.getByText('Assigned to Grace')).toBeAttached();
    await expect(window.title('Write the announcement')).toBeFocused();
  });
  await test.step('what was used lately comes first', async () => {
    await window.palette.open();
    await expect(window.palette.options.first()).toHaveAccessibleName(/^Assign to…/);
    await window.palette.choose('move to', /^Move to…/);
    await window.palette.choose('prog', 'In progress');
    await expect(window.titles('In progress')).toHaveText(['Write the announcement']);
  });
  await test.step('with a key of its own', async () => {
    await window.title('Write the announcement').focus();
    await page.keyboard.press('d');
    await window.palette.choose('tomorrow', /^Tomorrow/);
    await expect(card.getByText('Tomorrow').first()).toBeVisible();
  });
});

test('the server finds what stands in other workspaces, in comments as well', async ({ office }) => {
  const ada = await office.hire('Ada');
  const [launch, other] = [await office.found('Launch', ada), await office.found('Other', ada)];
  const task = await office.rest.createTask(ada, other, 'Water the plants');
  const comment = await office.rest.comment(ada, task, 'The ferns on the stairs too.');
  const window = await office.seatAtBoard(ada, launch);
  await window.palette.open();
  await window.palette.line.fill('ferns');
  await expect(window.palette.dialog.locator('mark')).toHaveText('ferns');
  await window.palette.choose('', /Water the plants.*Other/);
  await expect(window.page).toHaveURL(`/workspaces/${other}/tasks/${task.id}#comment-${comment.id}`);
  await expect(window.panel.title).toHaveValue('Water the plants');
});

test('where the server cannot be asked it says so, and goes on with what is here', async ({ office }) => {
  office.complaints.expect(brokenNetwork);
  const ada = await office.hire('Ada');
  const launch = await office.found('Launch', ada);
  await office.rest.createTask(ada, launch, 'Über-Résumé');
  const window = await office.seatAtBoard(ada, launch);
  const { page } = window;
  await page.route('**/api/search?*', (route) => route.abort());
  await window.palette.open();
  await window.palette.line.fill('uber');
  await expect(window.palette.dialog.getByRole('status')).toContainText('could not be searched');
  await expect(window.palette.option(/^Über-Résumé/)).toBeVisible();
});

test('who only looks is offered nothing to change', async ({ office }) => {
  const [ada, alan] = [await office.hire('Ada'), await office.hire('Alan')];
  const launch = await office.found('Launch', ada, [[alan, 'viewer']]);
  await office.rest.createTask(ada, launch, 'Write');
  const window = await office.seatAtBoard(alan, launch);
  const { page } = window;
  await window.title('Write').focus();
  await window.palette.open();
  await expect(window.palette.option('Open task')).toBeVisible();
  await expect(window.palette.option(/^Copy link/)).toBeVisible();
  await expect(window.palette.option(/Assign|Complete|Delete|Invite/)).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.keyboard.press('a');
  await page.keyboard.press('x');
  await page.keyboard.press('Control+k');
  await expect(window.palette.dialog.getByPlaceholder(/^Search tasks/)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(window.titles('To do')).toHaveText(['Write']);
});

test('on a phone it opens from the bar', async ({ office }) => {
  const ada = await office.hire('Ada');
  const launch = await office.found('Launch', ada);
  const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
  const window = await office.seatAtBoard(ada, launch, phone);
  await window.page.getByRole('banner').getByRole('button', { name: 'Search or jump to…' }).tap();
  await window.palette.option('My tasks').tap();
  await expect(window.heading('My tasks')).toBeVisible();
});

test('who listens is told of the line that is chosen, after every letter', async ({ office }) => {
  const ada = await office.hire('Ada');
  const launch = await office.found('Launch', ada);
  for (const title of ['Announce', 'Anchor']) await office.rest.createTask(ada, launch, title);
  const { palette } = await office.seatAtBoard(ada, launch);
  await palette.open();
  for (const letter of 'anno') {
    await palette.line.press(letter);
    await expectTold(palette);
  }
  await expect(palette.chosen).toHaveAccessibleName(/^Announce/);
  await palette.line.press('ArrowDown');
  await expectTold(palette);
});

async function expectTold({ chosen, line }: Palette): Promise<void> {
  await expect(async () => {
    const id = await chosen.getAttribute('id');
    expect(await line.getAttribute('aria-activedescendant')).toBe(id);
  }).toPass();
}
