import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

/** Debian's browser where there is one: Playwright's own download is not to be had everywhere. */
const chromium = [process.env.TANDEM_TEST_CHROMIUM, '/usr/bin/chromium'].find(
  (path) => path !== undefined && existsSync(path),
);

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** `npm run e2e -- --trace on` records every step; off by default, because it slows two cores down. */
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  globalSetup: './house/openHouse.ts',
  fullyParallel: true,
  workers: 2,
  timeout: 40_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env.CI !== undefined,
  reporter: 'list',
  use: {
    headless: true,
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    actionTimeout: 10_000,
    screenshot: 'only-on-failure',
    launchOptions: { args: flags, ...(chromium !== undefined && { executablePath: chromium }) },
  },
});
