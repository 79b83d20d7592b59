import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from '@playwright/test';
import { signIn } from './house/accountPages';
import { brokenNetwork } from './house/Complaints';
import { expect, test } from './house/test';
import { Window } from './house/Window';

test('what is unsent outlives the browser', async ({ office, line, playwright, launchOptions }) => {
  office.complaints.expect(brokenNetwork);
  const ada = await office.hire('Ada');
  const launch = await office.found('Launch', ada);
  const profile = await mkdtemp(join(tmpdir(), 'tandem-profile-'));
  const start = () =>
    playwright.chromium.launchPersistentContext(profile, { ...launchOptions, baseURL: line.url });
  const openBoard = async (context: BrowserContext) => {
    const window = new Window(await context.newPage());
    await window.page.goto(`/workspaces/${launch}`);
    return window;
  };

  const monday = await start();
  const before = await openBoard(monday);
  await signIn(before, ada);
  await expect(before.connection).toHaveText('Live');
  line.let('pages');
  await before.add('To do', 'One', 'Two');
  await expect(before.unsaved).toHaveCount(2);
  await monday.close();

  line.let('everything');
  const tuesday = await start();
  const after = await openBoard(tuesday);
  // Who is signed in stands in localStorage, which a browser writes down when it has time: it may ask again.
  const asked = after.page.getByRole('textbox', { name: 'E-mail address' });
  await expect(asked.or(after.heading('Launch'))).toBeVisible();
  if (await asked.isVisible()) await signIn(after, ada);
  await expect(after.titles('To do')).toHaveText(['One', 'Two']);
  await expect(after.connection).toHaveText('Live');
  await expect(after.unsaved).toHaveCount(0);
  const { tasks } = await office.rest.snapshot(ada, launch);
  expect(tasks.map(({ title }) => title).toSorted()).toEqual(['One', 'Two']);
  await tuesday.close();
  await rm(profile, { recursive: true, force: true });
});
