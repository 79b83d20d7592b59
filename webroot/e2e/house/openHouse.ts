import { TandemServer } from './TandemServer';

/** One server for all tests; answers with how to end it. */
export default async function openHouse() {
  const server = await TandemServer.start();
  process.env.TANDEM_E2E_URL = server.url;
  process.env.TANDEM_E2E_DATA_DIR = server.dataDir;
  return () => server.stop();
}
