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
  const stops = new Set<string>();
  for (let count = 0; count < most; count++) {
    const [isReached, stop] = await page.evaluate((wanted) => {
      const element = document.activeElement;
      return [element?.matches(wanted) ?? false, element?.outerHTML.slice(0, 60) ?? ''] as const;
    }, selector);
    if (isReached) return;
    stops.add(stop);
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not reach ${selector}, but ${[...stops].join(' ')}`);
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
