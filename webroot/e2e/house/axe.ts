import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import type { Window } from './Window';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const desk = { width: 1280, height: 800 };
/** As narrow as a page becomes when it is enlarged fourfold: WCAG asks for that. */
const phone = { width: 320, height: 640 };

/** What animates would be seen half way. */
export const calm = { viewport: desk, reducedMotion: 'reduce' } as const;

/**
 * What axe finds in what is on the screen: at a desk and on a phone, and in the dark, where only the colours are others. Of
 * windows and menus only they are looked at; what lies behind them was before they opened.
 */
export async function expectAccessible({ page }: Window, screen: string): Promise<void> {
  await expect.soft(page, `${screen} has a title`).toHaveTitle(/.+ · Tandem$/);
  await expectNoViolation(page, screen);
  await paint(page, 'dark');
  await expectNoViolation(page, `${screen}, dark`, colors);
  await paint(page, 'light');
  await page.setViewportSize(phone);
  await expectNoViolation(page, `${screen}, on a phone`);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect.soft(width, `${screen}: nothing is wider than a phone`).toBeLessThanOrEqual(phone.width);
  await page.setViewportSize(desk);
}

/** The new colours are there with the next frame, and what still moves is brought to its end. */
async function paint(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    await frame();
    for (const animation of document.getAnimations()) animation.finish();
  });
}

const everyRule = (axe: AxeBuilder) => axe.withTags(rules);
const colors = (axe: AxeBuilder) => axe.withRules('color-contrast');
const above = '[role="dialog"], [role="menu"]';

/** Soft, so that one run tells of everything. */
export async function expectNoViolation(page: Page, where: string, limit = everyRule): Promise<void> {
  // The older mode, because the newer one opens a page of its own each time; there are no frames here.
  const axe = limit(new AxeBuilder({ page }).setLegacyMode());
  if ((await page.locator(above).count()) > 0) axe.include(above);
  // Only the place a lifted card has left; the card itself is under the pointer.
  axe.exclude('.card-dragged');
  const { violations } = await axe.analyze();
  const told = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  );
  expect.soft(told, where).toEqual([]);
}
