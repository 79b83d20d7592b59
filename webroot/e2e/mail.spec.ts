import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Letterbox } from './house/Letterbox';
import { test as withServer } from './house/ownServer';
import { TandemServer } from './house/TandemServer';
import { expect } from './house/test';

/** With a server of its own, because it sends mail. */
const test = withServer.extend<{ letterbox: Letterbox }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs.
  letterbox: async ({}, use) => {
    const letterbox = await Letterbox.open();
    await use(letterbox);
    await letterbox.close();
  },
  startServer: async ({ letterbox }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'tandem-mail-'));
    const file = join(folder, 'tandem.yaml');
    const port = await freePort();
    await writeFile(file, settings(letterbox, port));
    await use(() => TandemServer.startAt(port, '--config', file));
    await rm(folder, { recursive: true });
  },
});

const settings = ({ uri }: Letterbox, port: string) => `
public:
  url: http://localhost:${port}
mail:
  uri: ${uri}
  delay_seconds: 0
`;

async function freePort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return String(port);
}

test('a mail tells once of what is new, and its last link ends such mails', async ({ office, letterbox }) => {
  test.setTimeout(120_000);
  office.complaints.expect(/status of 404/);
  const [ada, grace] = [await office.hire('Ada'), await office.hire('Grace')];
  const launch = await office.found('Launch', ada, [[grace, 'member']]);
  await office.rest.createTask(ada, launch, 'Write the announcement', { assigned_to: grace.user.id });
  await expect.poll(() => letterbox.to(grace.email).length, { timeout: 40_000 }).toBe(1);
  const text = letterbox.to(grace.email)[0]?.text ?? '';
  expect(text).toContain('Write the announcement');

  const window = await office.newDevice();
  await window.page.goto('/unsubscribe/made-up');
  await expect(window.heading('This link is not right')).toBeVisible();
  await window.page.goto(/https?:\S+\/unsubscribe\/\S+/.exec(text)?.[0] ?? '/');
  await expect(window.heading('Stop e-mails about “Assigned to me”?')).toBeVisible();
  await window.press('Stop these e-mails');
  await expect(window.heading('You are unsubscribed')).toBeVisible();

  const settingsPage = await office.seat(grace, '/notifications/settings');
  const mailed = settingsPage.page.getByRole('checkbox', { name: 'Assigned to me: by e-mail' });
  await expect(mailed).not.toBeChecked();
  await expect(settingsPage.page.getByText('This server sends no e-mail')).toBeHidden();
  expect(letterbox.to(grace.email)).toHaveLength(1);
});
