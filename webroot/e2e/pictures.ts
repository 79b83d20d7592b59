import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { signIn } from './house/accountPages';
import { TandemServer } from './house/TandemServer';
import { expect, test } from './house/test';
import { Window } from './house/Window';

const images = join(import.meta.dirname, '..', '..', 'docs', 'images');
const desk = { viewport: { width: 1280, height: 800 } };
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };

test('takes the pictures of the documentation', async ({ browser }) => {
  test.setTimeout(120_000);
  const server = await TandemServer.start('--demo');
  try {
    const graces = await demoBoard(browser, server.url, desk, 'grace');
    await graces.open('Dark mode contrast on priority icons');
    const light = await demoBoard(browser, server.url, { ...desk, colorScheme: 'light' });
    await expect(light.here).toBeVisible();
    await take(light, 'board-light');
    const panel = await light.open('Write the release announcement');
    await panel.say('The draft is in the shared folder. @Grace Okafor, would you read it?');
    for (const item of ['Collect what changed', 'Draw the picture', 'Ask Grace to read it']) {
      await panel.addItem(item);
    }
    await panel.tick('Collect what changed');
    await expect(panel.region.getByText('Not saved yet')).toBeHidden();
    await graces.panel.close();
    await graces.open('Write the release announcement');
    await graces.panel.say('With pleasure. The second paragraph could be shorter.');
    await graces.panel.newComment.pressSequentially('And');
    await panel.region.getByText('Grace Okafor is typing…').scrollIntoViewIfNeeded();
    await panel.region.focus();
    await take(light, 'task');
    await graces.panel.close();
    await graces.open('Dark mode contrast on priority icons');
    const dark = await demoBoard(browser, server.url, { ...desk, colorScheme: 'dark' });
    await expect(dark.here).toBeVisible();
    await dark.page.keyboard.press('v');
    await expect(dark.page.getByRole('list', { name: 'Tasks' })).toBeVisible();
    await take(dark, 'list-dark');
    const small = await demoBoard(browser, server.url, { ...phone, colorScheme: 'light' });
    await expect(small.here).toBeVisible();
    await take(small, 'phone');
  } finally {
    await server.stop();
  }
});

async function demoBoard(
  browser: Browser,
  url: string,
  options: BrowserContextOptions,
  name = 'ada',
): Promise<Window> {
  const page: Page = await browser.newPage({ baseURL: url, reducedMotion: 'reduce', ...options });
  const window = new Window(page);
  await page.goto('/');
  await signIn(window, { email: `${name}@example.org`, password: 'tandem-demo' });
  await page.getByRole('region', { name: 'Columns' }).waitFor();
  await expect(window.connection).toHaveText('Live');
  return window;
}

async function take({ page }: Window, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.mouse.move(0, 0);
  await page.screenshot({ path: join(images, `${name}.png`), animations: 'disabled', caret: 'hide' });
}
