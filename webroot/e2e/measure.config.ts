import { defineConfig } from '@playwright/test';
import tests from './playwright.config';

/** `npm run measure` tells how fast a board of ten thousand tasks is, for docs/web-app.md. */
export default defineConfig({
  ...tests,
  testMatch: 'measure.ts',
  globalSetup: [],
  workers: 1,
});
