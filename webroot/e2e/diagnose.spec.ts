import type { Page } from '@playwright/test';
import { brokenNetwork } from './house/Complaints';
import type { Lets } from './house/Line';
import { expect, test } from './house/test';

interface Case {
  lets: Lets;
  summary: string;
  /** What is found, by the name of the check. */
  found: Record<string, [mark: string, words: RegExp]>;
}

const cases: Case[] = [
  {
    lets: 'everything',
    summary: 'Everything works',
    found: {
      'WebSocket carries messages': ['Works', /there and its answer back/],
      'Streams (xhr-streaming)': ['Works', /while the stream is open/],
      'Polling (xhr-polling)': ['Works', /Works/],
      'Files of the app': ['Works', /Compressed/],
      Address: ['Works', /public.url is empty/],
      'What the app uses': ['Works', /all there/],
      'Signed in over the WebSocket': ['Not tried', /not signed in/],
    },
  },
  {
    lets: 'http',
    summary: 'Your proxy does not pass on WebSockets',
    found: {
      'WebSocket opens': ['Fails', /does not pass on Upgrade/],
      'Streams (xhr-streaming)': ['Works', /while the stream is open/],
    },
  },
  {
    lets: 'short-requests',
    summary: 'Your proxy does not pass on WebSockets',
    found: {
      'Streams (xhr-streaming)': ['Attention', /Refused \(status 403\)/],
      'Polling (xhr-polling)': ['Works', /Works/],
    },
  },
  {
    lets: 'buffered',
    summary: 'Your proxy does not pass on WebSockets',
    found: {
      'Streams (xhr-streaming)': ['Attention', /Held back/],
      'Streams (eventsource)': ['Attention', /held back/],
    },
  },
  {
    lets: 'blackhole',
    summary: 'Your proxy does not pass on WebSockets',
    found: { 'WebSocket opens': ['Fails', /Not answered/] },
  },
  {
    lets: 'cuts-idle',
    summary: 'Something on the way cuts silent connections',
    found: { 'WebSocket stays open while silent': ['Attention', /after 2 s of silence/] },
  },
  {
    lets: 'foreign',
    summary: 'The server refuses this address',
    found: {
      Address: ['Attention', /asked for tandem\.internal/],
      'WebSocket carries messages': ['Fails', /4403/],
    },
  },
  {
    lets: 'pages',
    summary: 'Nothing live gets through',
    found: {
      Server: ['Works', /Answers in/],
      'SockJS answers': ['Fails', /status 403/],
      'Polling (xhr-polling)': ['Not tried', /because of what failed before/],
    },
  },
];

function check(page: Page, name: string) {
  return page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) });
}

const whole = { timeout: 35_000 };

for (const { lets, summary, found } of cases) {
  test(`through a network that lets pass: ${lets}`, async ({ office, line }) => {
    test.setTimeout(60_000);
    office.complaints.expect(brokenNetwork);
    line.let(lets);
    const { page } = await office.newDevice({ url: line.url });
    await page.goto('/diagnose');
    await expect(page.getByRole('status').getByRole('heading')).toHaveText(summary, whole);
    for (const [name, [mark, words]] of Object.entries(found)) {
      await expect(check(page, name).getByRole('img')).toHaveAccessibleName(mark);
      await expect(check(page, name)).toContainText(words);
    }
  });
}

test('what to write into a proxy is one press away', async ({ office, line }) => {
  test.setTimeout(60_000);
  office.complaints.expect(brokenNetwork);
  line.let('http');
  const { page } = await office.newDevice({ url: line.url });
  await page.goto('/diagnose');
  const refused = check(page, 'WebSocket opens');
  await refused.getByText('What to do').click(whole);
  await expect(refused).toContainText('proxy_set_header Upgrade');
  await refused.getByRole('tab', { name: 'HAProxy' }).click();
  await expect(refused).toContainText('timeout tunnel');
});

test('who is signed in has the line tried in their name, and takes a report along without a token', async ({
  office,
}) => {
  test.setTimeout(60_000);
  const ada = await office.hire('Ada');
  const window = await office.seat(ada, '/diagnose', { permissions: ['clipboard-read', 'clipboard-write'] });
  await expect(window.page.getByRole('status').getByRole('heading')).toHaveText('Everything works', whole);
  await expect(check(window.page, 'Signed in over the WebSocket')).toContainText('there and back');
  await expect(window.page.getByRole('button', { name: 'Try 35 s of silence' })).toBeVisible();
  await window.press('Copy report');
  await expect(window.page.getByRole('button', { name: 'Report copied' })).toBeVisible();
  const report = await window.page.evaluate(() => navigator.clipboard.readText());
  expect(report).toContain('[Works] WebSocket opens');
  expect(report).not.toContain('eyJ');
});
