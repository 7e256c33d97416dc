/** What the panel's browser tests share: one browser, one build, pages that close after each test. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { launchBrowser } from './launchBrowser';
import { buildPanel, openPanel, ready, type PanelFiles, type PanelPage, type PanelPageOptions } from './PanelPage';

/** Call once at the top of a file of tests. */
export function usePanel(): (options: PanelPageOptions) => Promise<PanelPage> {
  let browser: Browser;
  let files: PanelFiles;
  const opened: PanelPage[] = [];

  beforeAll(async () => {
    [files, browser] = await Promise.all([buildPanel(), launchBrowser()]);
  });
  afterEach(async () => {
    for (const { page } of opened.splice(0)) await page.context().close();
  });
  afterAll(() => browser.close());

  return async (options) => {
    const panel = await openPanel(browser, files, options);
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
