import { brokenNetwork } from './house/Complaints';
import { expect, test } from './house/test';

test('a comment that mentions somebody arrives, is changed and taken back', async ({ office }) => {
  const [ada, grace] = [await office.hire('Ada Lovelace'), await office.hire('Grace Hopper')];
  const launch = await office.found('Launch', ada, [[grace, 'member']]);
  await office.rest.createTask(ada, launch, 'Write the announcement');
  const adas = await office.seatAtBoard(ada, launch);
  const graces = await office.seatAtBoard(grace, launch);
  await adas.open('Write the announcement');
  await graces.open('Write the announcement');

  await adas.panel.newComment.pressSequentially('Ask @gr');
  await expect(adas.page.getByRole('option', { name: 'Grace Hopper' })).toBeVisible();
  await adas.panel.newComment.press('Enter');
  await adas.panel.newComment.pressSequentially('about it');
  await adas.panel.newComment.press('Control+Enter');
  await expect(adas.panel.newComment).toBeFocused();
  const arrived = graces.panel.comment('Ask @Grace Hopper about it');
  await expect(arrived.locator('.mention-me')).toHaveText('@Grace Hopper');
  await expect(graces.card('Write the announcement').getByTitle('1 comment')).toBeVisible();
  await expect(arrived.getByRole('button')).toHaveCount(0);

  await adas.panel.region.getByRole('button', { name: 'Actions for the comment by Ada Lovelace' }).click();
  await adas.choice('Edit').click();
  const editor = adas.panel.region.getByRole('textbox', { name: 'Edit comment' });
  await expect(editor).toBeFocused();
  await editor.fill('Never mind');
  await editor.press('Control+Enter');
  await expect(graces.panel.comment('Never mind')).toContainText('edited');

  await adas.panel.region.getByRole('button', { name: 'Actions for the comment by Ada Lovelace' }).click();
  await adas.choice('Delete').click();
  await adas.dialog('Delete this comment?').getByRole('button', { name: 'Delete' }).click();
  await expect(graces.panel.comment('Never mind')).toHaveCount(0);
  await expect(graces.card('Write the announcement').getByTitle('1 comment')).toHaveCount(0);
});

test('a comment written without a network is sent once, in its order', async ({ office, line }) => {
  office.complaints.expect(brokenNetwork);
  const ada = await office.hire('Ada');
  const launch = await office.found('Launch', ada);
  await office.rest.createTask(ada, launch, 'Write the announcement');
  const train = await office.seatAtBoard(ada, launch, { url: line.url });
  await train.open('Write the announcement');
  await expect(train.connection).toHaveText('Live');
  await expect(train.panel.newComment).toBeVisible();

  line.let('nothing');
  await train.panel.say('First');
  await train.panel.say('Second');
  await expect(train.connection).toContainText('2 unsaved changes');
  const pending = train.panel.region.getByRole('img', { name: 'Not saved yet' });
  await expect(pending).toHaveCount(2);

  line.let('everything');
  await expect(train.connection).toHaveText('Live');
  await expect(pending).toHaveCount(0);
  const comments = train.panel.region.getByRole('list', { name: 'Comments' }).getByRole('listitem');
  await expect(comments).toHaveText([/First/, /Second/]);
});

test('what was begun and not sent is there after a reload; who only views, reads', async ({ office }) => {
  const [ada, alan] = [await office.hire('Ada'), await office.hire('Alan')];
  const launch = await office.found('Launch', ada, [[alan, 'viewer']]);
  await office.rest.createTask(ada, launch, 'Write the announcement');
  const adas = await office.seatAtBoard(ada, launch);
  await adas.open('Write the announcement');
  await adas.panel.say('Who proofreads?');
  await adas.panel.newComment.fill('Half a thought');
  await adas.page.reload();
  await expect(adas.panel.newComment).toHaveValue('Half a thought');

  const alans = await office.seatAtBoard(alan, launch);
  await alans.open('Write the announcement');
  await expect(alans.panel.comment('Who proofreads?')).toBeVisible();
  await expect(alans.panel.newComment).toHaveCount(0);
  await expect(alans.panel.comment('Who proofreads?').getByRole('button')).toHaveCount(0);
});

test('a link to a comment brings it into sight, also among many', async ({ office }) => {
  const ada = await office.hire('Ada');
  const launch = await office.found('Launch', ada);
  const task = await office.rest.createTask(ada, launch, 'Write the announcement');
  const first = await office.rest.comment(ada, task, 'The first of many');
  for (let number = 2; number <= 15; number++) await office.rest.comment(ada, task, `Number ${number}`);

  const window = await office.seat(ada, `/workspaces/${launch}/tasks/${task.id}#comment-${first.id}`);
  await expect(window.panel.comment('The first of many')).toBeInViewport();
  await expect(window.panel.comment('Number 15')).not.toBeInViewport();
});
