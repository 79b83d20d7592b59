import { expect, type Locator, type Page } from '@playwright/test';

/** The window in which everything can be found and done. */
export class Palette {
  readonly dialog: Locator;
  readonly line: Locator;
  readonly options: Locator;

  constructor(private readonly page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Search and commands' });
    this.line = this.dialog.getByRole('combobox');
    this.options = this.dialog.getByRole('option');
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('Control+k');
    await expect(this.line).toBeFocused();
  }

  /** Types, waits until this is what Enter would do, and presses it. */
  async choose(typed: string, option: string | RegExp): Promise<void> {
    await this.line.pressSequentially(typed);
    await expect(this.chosen).toHaveAccessibleName(option);
    await this.line.press('Enter');
  }

  get chosen(): Locator {
    return this.dialog.getByRole('option', { selected: true });
  }

  option(name: string | RegExp): Locator {
    return this.dialog.getByRole('option', { name });
  }
}
