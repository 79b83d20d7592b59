import { brokenNetwork } from './house/Complaints';
import { crash } from './house/crash';
import type { Office } from './house/Office';
import { expect, test } from './house/test';
import { Window } from './house/Window';

/** Ada at a task of hers, with a comment of hers. */
async function atTask(office: Office) {
  const [ada, grace] = [await office.hire('Ada'), await office.hire('Grace')];
  const launch = await office.found('Launch', ada, [[grace, 'member']]);
  const task = await office.rest.createTask(ada, launch, 'Announcement');
  await office.rest.comment(ada, task, 'As it was');
  const window = await office.seat(ada, `/workspaces/${launch}/tasks/${task.id}`);
  await expect(window.panel.comment('As it was')).toBeVisible();
  return { ada, grace, launch, task, window };
}

/** The browser's process for the page dies, and the person opens the page again. */
async function crashAndReturn(window: Window): Promise<Window> {
  const url = window.page.url();
  const context = window.page.context();
  await crash(window.page);
  const next = new Window(await context.newPage());
  await next.page.goto(url);
  return next;
}

async function edit(window: Window, text: string): Promise<void> {
  const { region } = window.panel;
  await region.getByRole('button', { name: 'Actions for the comment by Ada' }).click();
  await window.choice('Edit').click();
  await region.getByRole('textbox', { name: 'Edit comment' }).fill(text);
}

test('what is typed into any field is there again after a crash', async ({ office }) => {
  const { window: first, grace, task, ada, launch } = await atTask(office);
  const item = (window: Window) => window.panel.region.getByRole('textbox', { name: 'Add an item' });
  const editor = (window: Window) => window.panel.region.getByRole('textbox', { name: 'Edit comment' });
  await item(first).fill('Ask for the price');
  await first.panel.newComment.fill('Half a thought');
  await edit(first, 'As it should be');
  await first.panel.title.fill('Announcement by Ada');

  const second = await crashAndReturn(first);
  await expect(second.panel.title).toHaveValue('Announcement by Ada');
  await expect(second.titles('To do')).toHaveText(['Announcement']);
  await expect(item(second)).toHaveValue('Ask for the price');
  await expect(second.panel.newComment).toHaveValue('Half a thought');
  await expect(editor(second)).toHaveValue('As it should be');
  await editor(second).press('Control+Enter');
  await expect(second.panel.comment('As it should be')).toContainText('edited');
  await item(second).press('Enter');
  await expect(second.panel.region.getByRole('checkbox', { name: 'Ask for the price' })).toBeVisible();

  await test.step('a title that somebody else has changed meanwhile is a conflict', async () => {
    await office.rest.changeTask(grace, task, { title: 'Announcement by Grace' });
    await expect(second.titles('To do')).toHaveText(['Announcement by Grace']);
    await second.panel.region.getByRole('button', { name: 'Save' }).click();
    await expect(second.dialog('Somebody else changed this too')).toContainText('Announcement by Grace');
    await second.press('Use mine');
    await expect(second.titles('To do')).toHaveText(['Announcement by Ada']);
  });

  await second.panel.description.fill('For forty people.');
  const third = await crashAndReturn(second);
  await expect(third.panel.shownDescription).toContainText('For forty people.');
  await third.panel.region.getByRole('button', { name: 'Discard' }).click();
  await expect(third.panel.description).toHaveValue('');
  await third.panel.close();

  await third.page.getByRole('button', { name: 'Add a task to To do' }).click();
  const line = (window: Window) => window.page.getByRole('textbox', { name: 'Title of the new task' });
  await line(third).fill('Book the room');
  const fourth = await crashAndReturn(third);
  await expect(line(fourth)).toHaveValue('Book the room');
  await line(fourth).press('Enter');
  await expect(fourth.titles('To do')).toHaveText(['Announcement by Ada', 'Book the room']);
  await expect(fourth.unsaved).toHaveCount(0);
  const { tasks } = await office.rest.snapshot(ada, launch);
  expect(tasks[0]).toMatchObject({ description: '', checklist: [{ text: 'Ask for the price' }] });
});

test('a change of a comment that is refused gives its text back', async ({ office, line }) => {
  office.complaints.expect(brokenNetwork);
  const [ada, grace] = [await office.hire('Ada'), await office.hire('Grace')];
  const launch = await office.found('Launch', ada, [[grace, 'member']]);
  const task = await office.rest.createTask(ada, launch, 'Announcement');
  await office.rest.comment(grace, task, 'As it was');
  const window = await office.seat(grace, `/workspaces/${launch}/tasks/${task.id}`, { url: line.url });
  await expect(window.panel.comment('As it was')).toBeVisible();
  await expect(window.connection).toHaveText('Live');
  await window.panel.region.getByRole('button', { name: 'Actions for the comment by Grace' }).click();
  await window.choice('Edit').click();
  const editor = window.panel.region.getByRole('textbox', { name: 'Edit comment' });

  line.let('nothing');
  await editor.fill('As it should be');
  await editor.press('Control+Enter');
  await office.rest.changeRole(ada, launch, grace, 'viewer');
  line.let('everything');
  await expect(window.messages).toContainText('The comment was not changed');
  await expect(window.panel.comment('As it was')).toBeVisible();
  await office.rest.changeRole(ada, launch, grace, 'member');
  await expect(editor).toHaveValue('As it should be');
  await editor.press('Control+Enter');
  await expect(window.panel.comment('As it should be')).toContainText('edited');
});

test('a draft follows to the other tab', async ({ office }) => {
  const { window: left } = await atTask(office);
  const right = new Window(await left.page.context().newPage());
  await right.page.goto(left.page.url());
  await expect(right.panel.newComment).toBeVisible();
  await left.panel.newComment.fill('Begun on the left');
  await expect(right.panel.newComment).toHaveValue('Begun on the left');
  await right.panel.newComment.press('Control+Enter');
  await expect(left.panel.comment('Begun on the left')).toBeVisible();
  await expect(left.panel.newComment).toHaveValue('');
});
