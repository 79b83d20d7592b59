import type { Locator } from '@playwright/test';
import { expect, test } from './house/test';
import type { Window } from './house/Window';

/** Tab by tab, as somebody without a mouse gets there. */
async function tabTo({ page }: Window, target: Locator): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Tab');
    await expect(target).toBeFocused({ timeout: 100 });
  }).toPass({ intervals: [0] });
}

/** Lifts the card whose grip has the focus. */
async function lift({ page }: Window, said: string): Promise<void> {
  await page.keyboard.press('Space');
  await expect(page.getByRole('status').getByText(said)).toBeAttached();
  // The arrow keys are heard from the next turn of the page's timers on: no person is as fast as this test.
  await page.evaluate(() => new Promise((heard) => setTimeout(heard)));
}

// On a tall screen an empty column is far larger than a card, which must not make it harder to hit.
for (const height of [800, 1400]) {
  test(`a card is moved by keyboard alone and it is said aloud, in a window ${height} high`, async ({
    office,
  }) => {
    const [ada, grace] = [await office.hire('Ada'), await office.hire('Grace')];
    const launch = await office.found('Launch', ada, [[grace, 'member']]);
    for (const title of ['First', 'Second']) await office.rest.createTask(ada, launch, title);
    const window = await office.seatAtBoard(ada, launch, { viewport: { width: 1280, height } });
    const other = await office.seatAtBoard(grace, launch);
    const { keyboard } = window.page;
    const grip = (title: string) => window.page.getByRole('button', { name: `Move ${title}` });
    const said = (words: string) => expect(window.page.getByRole('status').getByText(words)).toBeAttached();
    await expect(window.titles('To do')).toHaveText(['First', 'Second']);

    await test.step('down', async () => {
      await tabTo(window, grip('First'));
      await lift(window, 'First is now in To do, place 1 of 2.');
      await keyboard.press('ArrowDown');
      await said('First is now in To do, place 2 of 2.');
      await keyboard.press('Space');
      await said('Dropped First in To do.');
      await expect(window.titles('To do')).toHaveText(['Second', 'First']);
      await expect(other.titles('To do')).toHaveText(['Second', 'First']);
    });
    await test.step('into another column', async () => {
      await expect(grip('First')).toBeFocused();
      await lift(window, 'First is now in To do, place 2 of 2.');
      await keyboard.press('ArrowRight');
      await said('First is now in In progress, place 1 of 1.');
      await keyboard.press('Space');
      await expect(other.titles('In progress')).toHaveText(['First']);
      await expect(window.titles('In progress')).toHaveText(['First']);
      await expect(grip('First')).toBeFocused();
    });
    await test.step('and put back with Escape', async () => {
      await tabTo(window, grip('Second'));
      await lift(window, 'Second is now in To do, place 1 of 1.');
      await keyboard.press('ArrowRight');
      await said('Second is now in In progress');
      await keyboard.press('Escape');
      await said('Second is back where it was.');
      await expect(window.titles('To do')).toHaveText(['Second']);
    });
  });
}

test('a card is dragged to an empty column beside cards, in a high window', async ({ office }) => {
  const ada = await office.hire('Ada');
  const launch = await office.found('Launch', ada);
  for (const title of ['First', 'Second']) await office.rest.createTask(ada, launch, title);
  const window = await office.seatAtBoard(ada, launch, { viewport: { width: 1280, height: 1400 } });
  await window.drag('Second', 'In progress');
  await expect(window.titles('In progress')).toHaveText(['Second']);
  await expect(window.unsaved).toHaveCount(0);
  await expect(window.titles('To do')).toHaveText(['First']);
});

test('a task is made, opened, changed and closed with the keyboard alone', async ({ office }) => {
  const ada = await office.hire('Ada');
  const launch = await office.found('Launch', ada);
  const window = await office.seatAtBoard(ada, launch);
  const { keyboard } = window.page;
  await tabTo(window, window.page.getByRole('button', { name: 'Add a task to To do' }));
  await keyboard.press('Enter');
  await keyboard.type('Write the announcement');
  await keyboard.press('Enter');
  await keyboard.press('Escape');
  await tabTo(window, window.title('Write the announcement'));
  await keyboard.press('Enter');
  await expect(window.panel.region).toBeFocused();
  await tabTo(window, window.panel.title);
  await keyboard.press('End');
  await keyboard.type(' today');
  await keyboard.press('Enter');
  await expect(window.titles('To do')).toHaveText(['Write the announcement today']);
  await keyboard.type(', or never');
  await keyboard.press('Escape');
  await expect(window.panel.title).toHaveValue('Write the announcement today');
  await keyboard.press('Escape');
  await expect(window.panel.region).toBeHidden();
  await expect(window.title('Write the announcement today')).toBeFocused();
  await expect(window.titles('To do')).toHaveText(['Write the announcement today']);
});
