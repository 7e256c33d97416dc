/** What the panel's browser tests share: one browser, one build, pages that close after each test. */
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import { openPanel, ready, type PanelPage, type PanelPageOptions } from './PanelPage';

/** Connects to the browser of the run. Call once at the top of a file of tests. */
export function useBrowser(): () => Browser {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await chromium.connect(inject('panelBrowser'));
  });
  afterAll(() => browser?.close());
  return () => browser!;
}

/** Call once at the top of a file of tests. */
export function usePanel(): (options: PanelPageOptions) => Promise<PanelPage> {
  const browser = useBrowser();
  const opened: PanelPage[] = [];

  afterEach(async () => {
    for (const { page } of opened.splice(0)) await page.context().close();
  });

  return async (options) => {
    const panel = await openPanel(browser(), inject('panelFiles'), options);
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
