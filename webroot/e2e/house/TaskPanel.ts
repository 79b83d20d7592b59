import type { Locator, Page } from '@playwright/test';

/** The open task beside the board. */
export class TaskPanel {
  readonly region: Locator;
  readonly title: Locator;
  readonly description: Locator;
  /** The description while it is only read. */
  readonly shownDescription: Locator;
  readonly newComment: Locator;

  constructor(page: Page) {
    this.region = page.getByRole('complementary', { name: 'Task' });
    this.title = this.region.getByRole('textbox', { name: 'Title' });
    this.description = this.region.getByRole('textbox', { name: 'Description' });
    this.shownDescription = this.region.getByRole('group', { name: 'Description' });
    this.newComment = this.region.getByRole('textbox', { name: 'Write a comment' });
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

  /** The comment with this text in it. */
  comment(text: string): Locator {
    return this.region
      .getByRole('list', { name: 'Comments' })
      .getByRole('listitem')
      .filter({ hasText: text });
  }

  async say(text: string): Promise<void> {
    await this.newComment.fill(text);
    await this.newComment.press('Control+Enter');
  }

  close(): Promise<void> {
    return this.region.getByRole('button', { name: 'Close task' }).click();
  }
}
