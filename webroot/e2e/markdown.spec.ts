import { expect, test } from './house/test';

const attacks = [
  '<script>document.title = "broken in"</script>',
  '<img src="/icon.svg" onerror="document.title = \'broken in\'">',
  '[press me](javascript:document.title="broken-in")',
  '<javascript:alert(1)>',
  '![pixel](javascript:alert(1))',
  '<iframe src="https://elsewhere.example.net"></iframe>',
].join('\n\n');

test('a description is shown as Markdown and its source changed where one presses', async ({ office }) => {
  const [ada, alan] = [await office.hire('Ada'), await office.hire('Alan')];
  const launch = await office.found('Launch', ada, [[alan, 'viewer']]);
  const description =
    '## Plan\n\n- [x] Draft\n- [ ] Review the *long* text\n\n| Who | What |\n|---|---|\n| Ada | All |';
  const task = await office.rest.createTask(ada, launch, 'Write the announcement', { description });
  const window = await office.seat(ada, `/workspaces/${launch}/tasks/${task.id}`);
  const { shownDescription, description: source } = window.panel;
  await expect(shownDescription.getByRole('heading', { name: 'Plan' })).toBeVisible();
  await expect(shownDescription.getByRole('img', { name: 'Done', exact: true })).toBeVisible();
  await expect(shownDescription.getByRole('cell', { name: 'All' })).toBeVisible();

  await shownDescription.getByText('Draft').click({ position: { x: 1, y: 8 } });
  await expect(source).toBeFocused();
  await source.pressSequentially('First d');
  await source.press('Delete');
  await source.press('Escape');
  await expect(shownDescription).toBeFocused();
  await expect(shownDescription).toContainText('First draft');
  await expect(window.panel.region.getByText('Not saved yet')).toBeHidden();

  const alans = await office.seat(alan, `/workspaces/${launch}/tasks/${task.id}`);
  await expect(alans.panel.shownDescription).toContainText('First draft');
  await alans.panel.shownDescription.getByText('First draft').click();
  await expect(alans.panel.description).toHaveCount(0);
});

test('the keyboard opens, formats and leaves a description', async ({ office }) => {
  const ada = await office.hire('Ada');
  const launch = await office.found('Launch', ada);
  const task = await office.rest.createTask(ada, launch, 'Write', { description: 'Draft' });
  const window = await office.seat(ada, `/workspaces/${launch}/tasks/${task.id}`);
  const { shownDescription, description: source } = window.panel;
  await shownDescription.press('e');
  await source.press('Control+a');
  await source.press('Control+b');
  await expect(source).toHaveValue('**Draft**');
  await source.press('Control+z');
  await expect(source).toHaveValue('Draft');
  await source.press('End');
  await source.pressSequentially('\n- one\ntwo\n\nafter');
  await expect(source).toHaveValue('Draft\n- one\n- two\nafter');
  await source.press('Control+Enter');
  await expect(shownDescription.getByRole('listitem')).toHaveText(['one', /two/]);
});

test('nothing that is written runs, and no picture is fetched', async ({ office }) => {
  const ada = await office.hire('Ada');
  const launch = await office.found('Launch', ada);
  const picture = '![A chart](https://pictures.example.net/chart.png)';
  const task = await office.rest.createTask(ada, launch, 'Write', {
    description: `${picture}\n\n${attacks}`,
  });
  await office.rest.comment(ada, task, `Look: ${picture}\n\n${attacks}`);
  const window = await office.seat(ada, '/tasks');
  const asked: string[] = [];
  window.page.on('request', (request) => asked.push(request.url()));
  await window.page.goto(`/workspaces/${launch}/tasks/${task.id}`);
  for (const part of [window.panel.shownDescription, window.panel.comment('Look:')]) {
    const link = part.getByRole('link', { name: 'A chart' });
    await expect(link).toHaveAttribute('href', 'https://pictures.example.net/chart.png');
    await expect(link).toHaveAttribute('target', '_blank');
    await expect(link).toHaveAttribute('rel', 'noopener noreferrer');
    await expect(part.getByText('press me')).toBeVisible();
    await expect(part.getByRole('link', { name: 'press me' })).toHaveCount(0);
    await expect(part.locator('script, iframe, img')).toHaveCount(0);
  }
  await window.panel.comment('Look:').getByText('press me').click();
  await expect(window.page).toHaveTitle(/Launch/);
  expect(asked.filter((address) => address.includes('example.net'))).toEqual([]);
});

test('a mention stands out in formatted text', async ({ office }) => {
  const [ada, grace] = [await office.hire('Ada'), await office.hire('Grace Hopper')];
  const launch = await office.found('Launch', ada, [[grace, 'member']]);
  const task = await office.rest.createTask(ada, launch, 'Write');
  const window = await office.seat(ada, `/workspaces/${launch}/tasks/${task.id}`);
  await window.panel.say('**Please**, @Grace Hopper:\n- read `@Grace Hopper`');
  const comment = window.panel.comment('Please');
  await expect(comment.locator('strong')).toHaveText('Please');
  await expect(comment.locator('.mention')).toHaveText(['@Grace Hopper']);
});
