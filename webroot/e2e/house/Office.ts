import type { Browser, BrowserContext, BrowserContextOptions } from '@playwright/test';
import type { Role, SignedIn } from '../../client/model';
import { Complaints } from './Complaints';
import { type Account, Rest } from './rest';
import { Window } from './Window';

interface WindowOptions extends BrowserContextOptions {
  /** Another address of the server, a line's for instance. */
  url?: string;
}

/** The people of one test, their workspace, and the windows they work in. */
export class Office {
  readonly rest: Rest;
  readonly complaints = new Complaints();
  private readonly contexts: BrowserContext[] = [];

  constructor(
    private readonly browser: Browser,
    readonly url: string,
  ) {
    this.rest = new Rest(url);
  }

  hire(name: string): Promise<Account> {
    return this.rest.register(name);
  }

  /** A workspace of the owner's with the others as what they are said to be. */
  async found(name: string, owner: Account, others: [Account, Role][] = []): Promise<string> {
    const { id } = await this.rest.createWorkspace(owner, name);
    for (const [guest, role] of others) await this.rest.addMember(owner, id, guest, role);
    return id;
  }

  /** A window on a device nobody is signed in on. */
  async newDevice({ url = this.url, ...options }: WindowOptions = {}): Promise<Window> {
    const context = await this.browser.newContext({ baseURL: url, ...options });
    this.contexts.push(context);
    this.complaints.listenTo(context);
    return new Window(await context.newPage());
  }

  /** A window of somebody who is signed in, in a session of its own. */
  async seat(person: Account, address: string, options: WindowOptions = {}): Promise<Window> {
    const storageState = signedIn(options.url ?? this.url, await this.rest.signIn(person));
    const window = await this.newDevice({ storageState, ...options });
    await window.page.goto(address);
    return window;
  }

  /** At a board that is there; over a line that may be cut, also with what comes after the first page. */
  async seatAtBoard(person: Account, workspaceId: string, options: WindowOptions = {}): Promise<Window> {
    const window = await this.seat(person, `/workspaces/${workspaceId}`, options);
    await window.page.getByRole('region', { name: 'Columns' }).waitFor();
    if (options.url !== undefined) await window.whole.waitFor({ state: 'attached' });
    return window;
  }

  async close(): Promise<void> {
    for (const context of this.contexts) await context.close();
  }
}

/** What the app keeps in the browser once somebody has signed in. */
function signedIn(url: string, { user, access_token, refresh_token, expires_in }: SignedIn) {
  const value = JSON.stringify({
    user,
    access_token,
    refresh_token,
    expires_at: Date.now() + expires_in * 1000,
  });
  return { cookies: [], origins: [{ origin: url, localStorage: [{ name: 'tandem.session', value }] }] };
}
