import { expect, test } from './house/test';

test('activity shows what was and what became of it, as it happens', async ({ office }) => {
  const [ada, grace] = [await office.hire('Ada'), await office.hire('Grace')];
  const launch = await office.found('Launch', ada, [[grace, 'member']]);
  const task = await office.rest.createTask(ada, launch, 'Write the letter', { priority: 'low' });
  await office.rest.createTask(ada, launch, 'Order cake');
  const window = await office.seat(ada, `/workspaces/${launch}/activity`);
  const happened = window.page.getByRole('main').getByRole('listitem');
  await expect(happened.first()).toContainText('You created #2 Order cake');

  await office.rest.changeTask(grace, task, { title: 'Write the announcement', priority: 'high' });
  await expect(happened.first()).toContainText(
    'Grace changed the title of #1 Write the announcement from Write the letter to Write the announcement',
  );
  await expect(happened.first()).toContainText('from Low to High');

  await window.press('Person: Everybody');
  await window.choice('Grace').click();
  await expect(happened).toHaveCount(2);
  await expect(happened.last()).toContainText('joined');
  await window.press('Task: All tasks');
  await window.page.getByRole('textbox', { name: 'Find a task' }).fill('announce');
  await window.press('#1 Write the announcement');
  await expect(happened).toHaveCount(1);
  await window.page.reload();
  await expect(happened).toHaveCount(1);
});

test('what others did since the last look is counted, and stands apart', async ({ office }) => {
  const [ada, grace] = [await office.hire('Ada'), await office.hire('Grace')];
  const launch = await office.found('Launch', ada, [[grace, 'member']]);
  await office.found('Letters', ada);
  const window = await office.seatAtBoard(ada, launch);
  const { page } = window;
  const activity = (news: number) =>
    page.getByRole('link', { name: `Activity ${news} new since you looked`, exact: true });
  const switcher = page.getByRole('button', { name: /^Switch workspace/ });
  const goTo = async (name: string) => {
    await switcher.click();
    await page.getByRole('menuitemcheckbox', { name }).click();
    await expect(window.heading(name)).toBeVisible();
  };
  // Grace has used an invite and joined.
  await expect(activity(2)).toBeVisible();
  await goTo('Letters');

  await office.rest.createTask(grace, launch, 'Write the announcement');
  await office.rest.createTask(grace, launch, 'Order cake');
  await switcher.click();
  await expect(page.getByRole('menuitemcheckbox', { name: 'Launch 2 new since you looked' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(switcher).toHaveAccessibleName('Switch workspace: Letters, something is new elsewhere');

  await goTo('Launch');
  await activity(2).click();
  const news = page.getByRole('region', { name: 'New since you looked' });
  await expect(news.getByRole('listitem')).toHaveText([/created #2 Order cake/, /created #1 Write/]);
  await goTo('Letters');
  await expect(switcher).toHaveAccessibleName('Switch workspace: Letters');
  await goTo('Launch');
  await window.go('Activity');
  await expect(page.getByRole('main').getByRole('listitem').first()).toContainText('created #2 Order cake');
  await expect(news).toBeHidden();
});
