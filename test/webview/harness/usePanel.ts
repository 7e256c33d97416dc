/** What the panel's browser tests share: one build, one browser of each worker, pages that are used again. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import { workersBrowser } from '../../shared/launchBrowser';
import { contextOptions, newPage, openIn, ready, type PanelPage, type PanelPageOptions } from './PanelPage';

/** The browser of the worker. Call once at the top of a file of tests. */
export function useBrowser(): () => Browser {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await workersBrowser();
  });
  return () => browser!;
}

/** Files of tests share the modules of their worker, and with them a context, in which the browser compiles the scripts once. */
let context: Promise<BrowserContext> | undefined;

/**
 * Call once at the top of a file of tests. Its pages are used again by its next tests. `page`: one that the test has opened before
 * and needs no longer.
 */
export function usePanel(): (options: PanelPageOptions, page?: Page) => Promise<PanelPage> {
  const browser = useBrowser();
  const free: Page[] = [];
  const used: Page[] = [];

  afterEach(async ({ task }) => {
    const pages = used.splice(0).filter((page) => !page.isClosed());
    if (task.result?.state === 'fail') await Promise.all(pages.map((page) => page.close()));
    else free.push(...pages);
  });

  afterAll(() => Promise.all(free.splice(0).map((page) => page.close())));

  return async (options, again) => {
    context ??= browser().newContext(contextOptions);
    const page = again ?? free.pop() ?? (await newPage(await context));
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
