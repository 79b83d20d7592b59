import { TandemServer } from './TandemServer';
import { test as inTheHouse } from './test';

interface OwnServer {
  startServer: () => Promise<TandemServer>;
  server: TandemServer;
}

/** Under load a server takes its time; that is not the test's. */
const startMsMax = 120_000;

/** With a server of its own, for tests that stop it or need one with other settings. */
export const test = inTheHouse.extend<OwnServer>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs.
  startServer: async ({}, use) => use(() => TandemServer.start()),
  server: [
    async ({ startServer }, use) => {
      const server = await startServer();
      await use(server);
      await server.stop();
    },
    { timeout: startMsMax },
  ],
  serverUrl: async ({ server }, use) => use(server.url),
});
