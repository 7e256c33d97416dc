/** What the panel's browser tests share: one browser, one build, pages that are used again. */
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import { contextOptions, newPage, openIn, ready, type PanelPage, type PanelPageOptions } from './PanelPage';

/** Connects to the browser of the run. Call once at the top of a file of tests. */
export function useBrowser(): () => Browser {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await chromium.connect(inject('panelBrowser'));
  });
  afterAll(() => browser?.close());
  return () => browser!;
}

/**
 * Call once at the top of a file of tests. Its pages share a context, so that the browser compiles the scripts once, and are used
 * again by the next tests. `page`: one that the test has opened before and needs no longer.
 */
export function usePanel(): (options: PanelPageOptions, page?: Page) => Promise<PanelPage> {
  const browser = useBrowser();
  let context: BrowserContext | undefined;
  const free: Page[] = [];
  const used: Page[] = [];

  beforeAll(async () => {
    context = await browser().newContext(contextOptions);
  });
  afterEach(async ({ task }) => {
    const pages = used.splice(0).filter((page) => !page.isClosed());
    if (task.result?.state === 'fail') await Promise.all(pages.map((page) => page.close()));
    else free.push(...pages);
  });

  return async (options, again) => {
    const page = again ?? free.pop() ?? (await newPage(context!));
    if (!again) used.push(page);
    return openIn(page, inject('panelOrigin'), options);
  };
}

/** The step that is drawn. */
export async function stepOf(page: Page): Promise<number> {
  await ready(page);
  return Number(await page.locator('body').getAttribute('data-t'));
}

/** A cell's exact value; empty where it is not computed yet. */
export async function cellOf(page: Page, map: string, row: number, col: number): Promise<string> {
  return (await page.locator(`[data-map="${map}"] td[data-row="${row}"][data-col="${col}"]`).textContent()) ?? '';
}

export interface Seen {
  readonly row: number;
  readonly col: number;
  readonly rows: number;
  readonly cols: number;
}

/** The part of a map that is seen; undefined: all of it. */
export async function seenOf(page: Page, map: string): Promise<Seen | undefined> {
  const seen = await page.locator(`[data-map="${map}"] .map-surface`).getAttribute('data-seen');
  if (seen === null) return undefined;
  const [row, col, rows, cols] = seen.split(' ').map(Number);
  return { row: row!, col: col!, rows: rows!, cols: cols! };
}
