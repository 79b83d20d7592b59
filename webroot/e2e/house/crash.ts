import type { Page } from '@playwright/test';

/** The page's process ends: nothing of the page runs any more, not even what runs when it is left. */
export async function crash(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  // It is never answered.
  session.send('Page.crash').catch(() => undefined);
  await crashed;
}
