import { test as base, expect } from '@playwright/test';
import { Line } from './Line';
import { Office } from './Office';

interface House {
  /** Where the server is that this test talks to. */
  serverUrl: string;
  office: Office;
  /** A network between a browser and the server that can be disturbed. */
  line: Line;
}

/** A test in the house: with an office of its own, and failing on whatever the browsers complain about. */
export const test = base.extend<House>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs.
  serverUrl: async ({}, use) => use(process.env.TANDEM_E2E_URL ?? ''),
  office: async ({ browser, serverUrl }, use) => {
    const office = new Office(browser, serverUrl);
    await use(office);
    await office.close();
    expect(office.complaints.unexpected, 'errors on the consoles').toEqual([]);
  },
  line: async ({ serverUrl }, use) => {
    const line = await Line.to(serverUrl);
    await use(line);
    await line.close();
  },
});

export { expect };
