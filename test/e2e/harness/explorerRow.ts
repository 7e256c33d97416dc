import type { Locator, Page } from 'playwright-core';

/** A file's row in the explorer, by its whole name. */
export function explorerRow(page: Page, name: string): Locator {
  const rows = page.locator('.explorer-folders-view .monaco-list-row');
  return rows.filter({ has: page.locator('.label-name').getByText(name, { exact: true }) });
}
