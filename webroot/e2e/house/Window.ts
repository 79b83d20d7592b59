import { expect, type Locator, type Page } from '@playwright/test';
import { Bell } from './Bell';
import { Palette } from './Palette';
import { TaskPanel } from './TaskPanel';

/** What a person sees of Tandem, named the way they would. */
export class Window {
  readonly connection: Locator;
  /** What the connection tells when it is pressed. */
  readonly connectionDetails: Locator;
  readonly messages: Locator;
  readonly panel: TaskPanel;
  /** There once the page has everything it may need without a network. */
  readonly whole: Locator;
  /** The faces of the others in the workspace's header. */
  readonly here: Locator;
  readonly account: Locator;
  readonly bell: Bell;
  readonly palette: Palette;

  constructor(readonly page: Page) {
    this.connection = page.getByRole('button', {
      name: /^(Live|Polling|Connecting|Reconnecting|Offline|Not live|Too many)/,
    });
    this.connectionDetails = page.getByRole('dialog', { name: 'Connection' });
    this.messages = page.getByRole('region', { name: 'Messages' });
    this.panel = new TaskPanel(page);
    this.whole = page.getByRole('log', { name: 'Changes by others' });
    this.here = page.getByRole('button', { name: /^Also here/ });
    this.account = page.getByRole('button', { name: /^Account/ });
    this.bell = new Bell(page);
    this.palette = new Palette(page);
  }

  // --- the board

  column(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }

  /** The titles in a column, from the top. */
  titles(column: string): Locator {
    return this.column(column).getByRole('listitem').getByRole('link');
  }

  title(title: string): Locator {
    return this.page.getByRole('main').getByRole('link', { name: title, exact: true });
  }

  card(title: string): Locator {
    return this.page
      .getByRole('listitem')
      .filter({ has: this.page.getByRole('link', { name: title, exact: true }) });
  }

  /** What marks a card whose change the server has not confirmed. */
  get unsaved(): Locator {
    return this.page.getByRole('main').getByRole('img', { name: 'Not saved yet' });
  }

  async add(column: string, ...titles: string[]): Promise<void> {
    await this.page.getByRole('button', { name: `Add a task to ${column}` }).click();
    const title = this.page.getByRole('textbox', { name: 'Title of the new task' });
    for (const each of titles) {
      await title.fill(each);
      await title.press('Enter');
    }
    await title.press('Escape');
  }

  async choose(title: string, ...choices: string[]): Promise<void> {
    await this.page.getByRole('button', { name: `Actions for ${title}` }).click();
    for (const choice of choices) await this.choice(choice).click();
  }

  choice(name: string): Locator {
    const named = { name, exact: true };
    return this.page.getByRole('menuitem', named).or(this.page.getByRole('menuitemcheckbox', named));
  }

  /** With the mouse, as slowly as it takes for the card to show up where it is dragged to. */
  async drag(title: string, column: string): Promise<void> {
    await this.title(title).hover();
    await this.page.mouse.down();
    await this.column(column).hover();
    const there = this.column(column).getByRole('link', { name: title, exact: true });
    await expect(async () => {
      await this.column(column).getByRole('heading').hover();
      await this.column(column).getByRole('list').hover();
      await expect(there).toBeVisible({ timeout: 500 });
    }).toPass();
    await this.page.mouse.up();
  }

  complete(title: string): Promise<void> {
    return this.page.getByRole('button', { name: `Complete ${title}` }).click();
  }

  async delete(title: string): Promise<void> {
    await this.choose(title, 'Delete');
    await this.dialog('Delete this task?').getByRole('button', { name: 'Delete' }).click();
  }

  async open(title: string): Promise<TaskPanel> {
    await this.title(title).click();
    await this.panel.region.waitFor();
    return this.panel;
  }

  // --- around it

  async chooseStatus(status: string): Promise<void> {
    await this.account.click();
    await this.page.getByRole('menuitem', { name: /^Status/ }).click();
    await this.page.getByRole('menuitemcheckbox', { name: status }).click();
  }

  dialog(title: string): Locator {
    return this.page.getByRole('dialog', { name: title });
  }

  heading(title: string): Locator {
    return this.page.getByRole('heading', { name: title, exact: true });
  }

  go(name: string): Promise<void> {
    return this.page.getByRole('link', { name, exact: true }).click();
  }

  press(button: string): Promise<void> {
    return this.page.getByRole('button', { name: button, exact: true }).click();
  }
}
