import type { Locator, Page } from '@playwright/test';

/** The open task beside the board. */
export class TaskPanel {
  readonly region: Locator;
  readonly title: Locator;
  readonly description: Locator;

  constructor(page: Page) {
    this.region = page.getByRole('complementary', { name: 'Task' });
    this.title = this.region.getByRole('textbox', { name: 'Title' });
    this.description = this.region.getByRole('textbox', { name: 'Description' });
  }

  async rename(title: string): Promise<void> {
    await this.title.fill(title);
    await this.title.press('Enter');
  }

  async describe(text: string): Promise<void> {
    await this.description.fill(text);
    await this.description.blur();
  }

  async tick(item: string): Promise<void> {
    await this.region.getByRole('checkbox', { name: item }).check();
  }

  async addItem(text: string): Promise<void> {
    const line = this.region.getByRole('textbox', { name: 'Add an item' });
    await line.fill(text);
    await line.press('Enter');
  }

  close(): Promise<void> {
    return this.region.getByRole('button', { name: 'Close task' }).click();
  }
}
