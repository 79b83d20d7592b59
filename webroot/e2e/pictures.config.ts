import { defineConfig } from '@playwright/test';
import tests from './playwright.config';

/** `npm run pictures` takes the pictures of the documentation anew. */
export default defineConfig({
  ...tests,
  testMatch: 'pictures.ts',
  globalSetup: [],
  workers: 1,
});
