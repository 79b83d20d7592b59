import { expectNoViolation } from './house/axe';
import { expect, test } from './house/test';

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

test('on a phone a task is made, opened and completed', async ({ office }) => {
  const ada = await office.hire('Ada');
  const launch = await office.found('Launch', ada);
  const window = await office.seatAtBoard(ada, launch, phone);
  await expect(window.connection).toHaveText('Live');
  await window.add('To do', 'Write the announcement');
  const panel = await window.open('Write the announcement');
  await panel.describe('With the date.');
  await expect(panel.region).toHaveCSS('width', '390px');
  await panel.region.getByRole('button', { name: 'Complete Write the announcement' }).tap();
  await expect(panel.region.getByRole('button', { name: 'Reopen Write the announcement' })).toBeVisible();
  await panel.close();
  await expect(window.titles('Done')).toHaveText(['Write the announcement']);

  await test.step('and nothing is wider than the screen', async () => {
    const width = await window.page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBe(390);
  });
  await test.step('the bell shows its list in full', async () => {
    await window.bell.button.tap();
    await expect(window.bell.list.getByText('Nothing new')).toBeVisible();
    const box = await window.bell.list.boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
    await window.page.keyboard.press('Escape');
  });
  await test.step('the drawer leads to the other pages', async () => {
    const opener = window.page.getByRole('button', { name: 'Open navigation' });
    await opener.tap();
    await expect(window.page.getByRole('main')).toHaveAttribute('inert');
    await window.page.keyboard.press('Escape');
    await expect(opener).toBeFocused();
    await opener.tap();
    await expectNoViolation(window.page, 'the drawer');
    await window.go('My tasks');
    await expect(window.heading('My tasks')).toBeVisible();
  });
});
