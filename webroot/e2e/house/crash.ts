import { expect, type Page } from '@playwright/test';

/** The page's process ends: nothing of the page runs any more, not even what runs when it is left. */
export async function crash(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  // It is never answered.
  session.send('Page.crash').catch(() => undefined);
  await crashed;
}

/** Until unsent changes with these words are in the browser's keeping: what a crash leaves. */
export async function keptInBrowser(page: Page, ...words: string[]): Promise<void> {
  await expect
    .poll(async () => {
      const kept = await page.evaluate(allKept);
      return words.filter((word) => !kept.includes(word));
    })
    .toEqual([]);
}

async function allKept(): Promise<string> {
  const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
  return JSON.stringify(
    await Promise.all(names.filter((name) => name.startsWith('tandem.outbox.')).map(allIn)),
  );

  async function allIn(name: string): Promise<unknown[]> {
    const database = await answer(indexedDB.open(name));
    try {
      return await answer(database.transaction('operations').objectStore('operations').getAll());
    } finally {
      database.close();
    }
  }

  function answer<T>(request: IDBRequest<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  }
}
