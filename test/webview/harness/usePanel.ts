/** What the panel's browser tests share: one browser, one build, pages that close after each test. */
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import { contextOptions, openPanel, ready, type PanelPage, type PanelPageOptions } from './PanelPage';

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
 * Call once at the top of a file of tests. Its pages share a context, so that the browser compiles the scripts once; a page has its
 * own storage of the session, which is all that the panel stores.
 */
export function usePanel(): (options: PanelPageOptions) => Promise<PanelPage> {
  const browser = useBrowser();
  let context: BrowserContext | undefined;
  const opened: PanelPage[] = [];

  beforeAll(async () => {
    context = await browser().newContext(contextOptions);
  });
  afterEach(() => Promise.all(opened.splice(0).map(({ page }) => page.close())));

  return async (options) => {
    const panel = await openPanel(context!, inject('panelOrigin'), options);
    opened.push(panel);
    return panel;
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
