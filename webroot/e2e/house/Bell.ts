import { expect, type Locator, type Page } from '@playwright/test';

/** The bell and the list it opens. */
export class Bell {
  readonly button: Locator;
  readonly list: Locator;

  constructor(private readonly page: Page) {
    this.button = page.getByRole('button', { name: /^Notifications/ });
    this.list = page.getByRole('dialog', { name: 'Notifications' });
  }

  async counts(unread: number): Promise<void> {
    const name = unread > 0 ? `Notifications, ${unread} unread` : 'Notifications';
    await expect(this.button).toHaveAccessibleName(name);
    const title = unread > 0 ? new RegExp(`^\\(${unread}\\) `) : /^[^(]/;
    await expect(this.page).toHaveTitle(title);
  }

  async open(): Promise<Locator> {
    await this.button.click();
    await expect(this.list).toBeVisible();
    return this.list;
  }

  line(sentence: string | RegExp): Locator {
    return this.list.getByRole('link', { name: sentence });
  }

  get lines(): Locator {
    return this.list.getByRole('listitem');
  }
}
