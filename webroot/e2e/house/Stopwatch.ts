import type { CDPSession, Page } from '@playwright/test';

interface Recorded {
  frames: number[];
  longTasks: number[];
  firstCard: number | null;
}

declare global {
  interface Window {
    recorded: Recorded;
  }
}

export interface Smoothness {
  frames: number;
  /** Milliseconds from frame to frame. */
  median: number;
  p95: number;
  worst: number;
  /** How often, and how long in all, the page did nothing else for more than 50 ms. */
  longTasks: number;
  longTaskMs: number;
}

/** What the browser itself knows of how long a page takes. */
export class Stopwatch {
  private constructor(
    private readonly page: Page,
    private readonly devTools: CDPSession,
  ) {}

  /** Before the page is opened. */
  static async on(page: Page): Promise<Stopwatch> {
    const devTools = await page.context().newCDPSession(page);
    await devTools.send('Performance.enable');
    await page.addInitScript(record);
    return new Stopwatch(page, devTools);
  }

  /** From the last byte of the snapshot until the first cards have been painted, in milliseconds. */
  async firstCards(): Promise<number> {
    await this.page.waitForFunction(() => window.recorded.firstCard !== null);
    return this.page.evaluate(() => {
      const loaded = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
      const snapshot = loaded.findLast(({ name }) => /workspaces\/[^/]+\/snapshot/.test(name));
      return (window.recorded.firstCard ?? 0) - (snapshot?.responseEnd ?? 0);
    });
  }

  /** The scripts without which the board could not be asked for. */
  firstScripts(): Promise<string[]> {
    return this.page.evaluate(() => {
      const loaded = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
      const snapshot = loaded.find(({ name }) => /workspaces\/[^/]+\/snapshot/.test(name));
      const early = loaded.filter(({ startTime }) => startTime < (snapshot?.startTime ?? 0));
      return [...new Set(early.map(({ name }) => name).filter((name) => name.endsWith('.js')))];
    });
  }

  /** How evenly the page is drawn while something goes on. */
  async smoothness(goOn: () => Promise<void>): Promise<Smoothness> {
    await this.page.evaluate(() => {
      window.recorded.frames = [];
      window.recorded.longTasks = [];
    });
    await goOn();
    const { frames, longTasks } = await this.page.evaluate(() => window.recorded);
    const gaps = frames
      .slice(1)
      .map((at, index) => at - (frames[index] ?? at))
      .toSorted((one, other) => one - other);
    const at = (share: number) => gaps[Math.min(gaps.length - 1, Math.floor(gaps.length * share))] ?? 0;
    const longTaskMs = longTasks.reduce((sum, ms) => sum + ms, 0);
    const gapsAt = { median: at(0.5), p95: at(0.95), worst: at(1) };
    return { frames: gaps.length, ...gapsAt, longTasks: longTasks.length, longTaskMs };
  }

  /** The time the page's own thread worked meanwhile, and of it in scripts, in milliseconds. */
  async work(goOn: () => Promise<void>): Promise<{ all: number; scripts: number }> {
    const before = await this.metrics();
    await goOn();
    const after = await this.metrics();
    const spent = (name: string) => ((after.get(name) ?? 0) - (before.get(name) ?? 0)) * 1000;
    return { all: spent('TaskDuration'), scripts: spent('ScriptDuration') };
  }

  async size(): Promise<{ elements: number; heapMegabytes: number }> {
    await this.devTools.send('HeapProfiler.collectGarbage');
    const heap = (await this.metrics()).get('JSHeapUsedSize') ?? 0;
    const elements = await this.page.evaluate(() => document.querySelectorAll('*').length);
    return { elements, heapMegabytes: heap / 1024 / 1024 };
  }

  private async metrics(): Promise<Map<string, number>> {
    const { metrics } = await this.devTools.send('Performance.getMetrics');
    return new Map(metrics.map(({ name, value }) => [name, value]));
  }
}

/** Runs in the page, before anything else. */
function record(): void {
  window.recorded = { frames: [], longTasks: [], firstCard: null };
  const { recorded } = window;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) recorded.longTasks.push(duration);
  }).observe({ type: 'longtask' });
  const frame = (at: number) => {
    recorded.frames.push(at);
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  const watch = new MutationObserver(() => {
    if (document.querySelector('li[data-key] [data-task-id]') === null) return;
    watch.disconnect();
    // The second frame begins once the first one with the cards has been painted.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        recorded.firstCard = performance.now();
      }),
    );
  });
  watch.observe(document, { childList: true, subtree: true });
}
