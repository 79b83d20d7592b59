import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { fillColumns } from './house/database';
import { Office } from './house/Office';
import { type Smoothness, Stopwatch } from './house/Stopwatch';
import { TandemServer } from './house/TandemServer';
import { expect, test } from './house/test';

const columns = { 'To do': 6_000, 'In progress': 3_000, Done: 1_000 };
const events = 100;

test('a board of ten thousand tasks', async ({ browser }) => {
  test.setTimeout(300_000);
  const server = await TandemServer.start();
  const office = new Office(browser, server.url);
  try {
    const ada = await office.hire('Ada Lovelace');
    const launch = await office.found('Launch', ada);
    await fillColumns(server.dataDir, launch, columns);
    for (const layout of ['board', 'list'] as const) {
      const { page } = await office.seat(ada, '/profile');
      const watch = await Stopwatch.on(page);
      await page.goto(`/workspaces/${launch}?view=${layout}`);
      say(`${layout}: from the snapshot to the first tasks`, ms(await watch.firstCards()));
      if (layout === 'board') await sayScripts(watch);
      await expect(page.getByRole('button', { name: 'Live' })).toBeVisible();
      const { elements, heapMegabytes } = await watch.size();
      say(`${layout}: elements, heap`, `${elements}, ${heapMegabytes.toFixed(0)} MB`);
      saySmooth(`${layout}: scrolling`, await watch.smoothness(() => scroll(page)));
      if (layout === 'board') {
        saySmooth('board: dragging through a column', await watch.smoothness(() => drag(page)));
      }
      const { tasks } = await office.rest.snapshot(ada, launch);
      const changed = tasks.slice(0, events);
      const idle = await watch.work(() => meanwhile(page, async () => undefined));
      const work = await watch.work(() =>
        meanwhile(page, async () => {
          for (const task of changed)
            await office.rest.changeTask(ada, task, { title: `${task.title}, for the ${layout}` });
        }),
      );
      say(`${layout}: work for a change of somebody else`, ms((work.all - idle.all) / events));
      say(`${layout}: of it in scripts`, ms((work.scripts - idle.scripts) / events));
      const typed = await watch.smoothness(() => search(page));
      saySmooth(`${layout}: typing a search`, typed);
    }
  } finally {
    await office.close();
    await server.stop();
  }
});

async function sayScripts(watch: Stopwatch): Promise<void> {
  const scripts = await watch.firstScripts();
  const bodies = await Promise.all(scripts.map(async (url) => (await fetch(url)).arrayBuffer()));
  const bytes = bodies.reduce((sum, body) => sum + gzipSync(new Uint8Array(body)).length, 0);
  say('scripts before the first cards, gzip', `${(bytes / 1000).toFixed(1)} kB in ${scripts.length} files`);
}

async function scroll(page: Page): Promise<void> {
  await page.mouse.move(420, 500);
  for (let step = 0; step < 100; step++) {
    await page.mouse.wheel(0, 240);
    await nextFrame(page);
  }
}

async function drag(page: Page): Promise<void> {
  const card = page.getByRole('region', { name: 'To do' }).getByRole('listitem').nth(10);
  const box = await card.boundingBox();
  if (box === null) throw new Error('There is no card to drag.');
  await page.mouse.move(box.x + 100, box.y + 20);
  await page.mouse.down();
  for (let step = 0; step < 120; step++) {
    await page.mouse.move(box.x + 100 + step * 3, 200 + Math.abs(((step * 12) % 900) - 450));
    await nextFrame(page);
  }
  await page.keyboard.press('Escape');
  await page.mouse.up();
}

async function search(page: Page): Promise<void> {
  await page.getByRole('searchbox').pressSequentially('what fits on', { delay: 60 });
  await expect(page.getByRole('status').getByText(/ of 10000 tasks/)).toBeVisible();
}

/** For as long as the changes take, and until the last has been shown. */
async function meanwhile(page: Page, change: () => Promise<void>): Promise<void> {
  await change();
  await nextFrame(page);
  await nextFrame(page);
}

function nextFrame(page: Page): Promise<unknown> {
  return page.evaluate(() => new Promise(requestAnimationFrame));
}

const ms = (milliseconds: number) => `${milliseconds.toFixed(milliseconds < 20 ? 1 : 0)} ms`;

function saySmooth(what: string, { frames, median, p95, worst, longTasks, longTaskMs }: Smoothness): void {
  say(`${what}: frames, median, 95 %, worst`, `${frames}, ${ms(median)}, ${ms(p95)}, ${ms(worst)}`);
  say(`${what}: tasks above 50 ms`, `${longTasks}, ${ms(longTaskMs)} in all`);
}

function say(what: string, value: string): void {
  process.stdout.write(`| ${what.padEnd(66)} | ${value.padEnd(32)} |\n`);
}
