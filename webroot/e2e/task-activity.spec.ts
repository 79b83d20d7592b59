import { expect, test } from './house/test';
import type { Window } from './house/Window';

test('what was done with a task is told in words, as it happens and in pages', async ({ office }) => {
  const [ada, grace] = [await office.hire('Ada Lovelace'), await office.hire('Grace Hopper')];
  const launch = await office.found('Launch', ada, [[grace, 'member']]);
  const task = await office.rest.createTask(ada, launch, 'Write the announcement');
  for (let number = 1; number <= 32; number++) {
    await office.rest.changeTask(ada, task, { priority: number % 2 === 1 ? 'high' : 'low' });
  }
  const address = `/workspaces/${launch}/tasks/${task.id}`;
  const [adas, graces] = [await office.seat(ada, address), await office.seat(grace, address)];
  for (const window of [adas, graces])
    await window.panel.region.getByRole('tab', { name: 'Activity' }).click();
  const linesOf = ({ panel }: Window) =>
    panel.region.getByRole('list', { name: 'Activity' }).getByRole('listitem');
  await expect(linesOf(graces).first()).toContainText('changed the priority from High to Low');

  await adas.panel.rename('Write a short announcement');
  const words = 'changed the title from Write the announcement to Write a short announcement';
  await expect(linesOf(graces).first()).toContainText(`Ada Lovelace ${words}`);
  await expect(linesOf(adas).first()).toContainText(`You ${words}`);

  await graces.press('Show more');
  await expect(linesOf(graces).last()).toContainText('Ada Lovelace created this task');
  await expect(graces.page.getByRole('button', { name: 'Show more' })).toHaveCount(0);
});
