/** Drives the panel by keys alone. The focus is never set by a test, and is never lost: it is checked after each key. */
import type { Page } from 'playwright-core';
import { most } from './walk';

/** Presses a key, or types a text, after which some control still has the focus. */
export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key);
    // What an answer changes arrives in messages of the host.
    await page.locator('body[data-ready="true"]').waitFor({ state: 'attached' });
    await keepsFocus(page, key);
  }
}

export async function type(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text);
  await keepsFocus(page, text);
}

/** Presses Tab until a control that `selector` names has the focus. */
export async function tabTo(page: Page, selector: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let count = 0; count < most; count++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not reach ${selector}`);
}

/** Throws where nothing that can be seen has the focus. */
async function keepsFocus(page: Page, key: string): Promise<void> {
  const focused = await page.evaluate(() => {
    const element = document.activeElement;
    const isKept = element instanceof HTMLElement && element !== document.body && element.checkVisibility();
    return isKept && !element.hasAttribute('disabled') ? element.outerHTML.slice(0, 100) : undefined;
  });
  if (focused === undefined) throw new Error(`after ${key} nothing has the focus`);
}
