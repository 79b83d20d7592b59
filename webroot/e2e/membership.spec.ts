import { expect, test } from './house/test';

test('a member removed while looking at the board is shown out', async ({ office }) => {
  const [ada, grace] = [await office.hire('Ada'), await office.hire('Grace')];
  const launch = await office.found('Launch', ada, [[grace, 'member']]);
  await office.rest.createTask(ada, launch, 'Write the announcement');
  const members = await office.seat(ada, `/workspaces/${launch}/members`);
  const board = await office.seatAtBoard(grace, launch);
  await expect(board.title('Write the announcement')).toBeVisible();

  await members.press('Actions for Grace');
  await members.choice('Remove from workspace').click();
  await members.dialog('Remove Grace?').getByRole('button', { name: 'Remove' }).click();
  await expect(board.heading('This workspace is not here')).toBeVisible();
  await expect(board.title('Write the announcement')).toBeHidden();
  await board.page.getByRole('main').getByRole('link', { name: 'All workspaces' }).click();
  await expect(board.heading('No workspace yet')).toBeVisible();
  await expect(members.page.getByRole('list', { name: 'Members' })).not.toContainText('Grace');
});

test('a new role changes at once what the board offers', async ({ office }) => {
  const [ada, alan] = [await office.hire('Ada'), await office.hire('Alan')];
  const launch = await office.found('Launch', ada, [[alan, 'viewer']]);
  const members = await office.seat(ada, `/workspaces/${launch}/members`);
  const board = await office.seatAtBoard(alan, launch);
  await expect(board.heading('Launch')).toBeVisible();
  await expect(board.page.getByRole('button', { name: 'Add a task to To do' })).toBeHidden();
  await members.page.getByRole('button', { name: /^Role of Alan/ }).click();
  await members.page.getByRole('menuitemcheckbox', { name: /^Member/ }).click();
  await board.add('To do', 'Now I may');
  await expect(board.unsaved).toHaveCount(0);
  await expect(board.titles('To do')).toHaveText(['Now I may']);
});

test('a deleted workspace closes for everybody', async ({ office }) => {
  const [ada, grace] = [await office.hire('Ada'), await office.hire('Grace')];
  const launch = await office.found('Launch', ada, [[grace, 'member']]);
  const settings = await office.seat(ada, `/workspaces/${launch}/settings`);
  const board = await office.seatAtBoard(grace, launch);
  await expect(board.heading('Launch')).toBeVisible();
  await settings.press('Delete workspace');
  const dialog = settings.dialog('Delete Launch?');
  await expect(dialog.getByRole('button', { name: 'Delete workspace' })).toBeDisabled();
  await dialog.getByRole('textbox', { name: 'Type Launch to confirm' }).fill('Launch');
  await dialog.getByRole('button', { name: 'Delete workspace' }).click();
  await expect(settings.heading('No workspace yet')).toBeVisible();
  await expect(board.heading('This workspace is not here')).toBeVisible();
});
