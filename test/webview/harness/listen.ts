/** What a screen reader is told. */
import type { Page } from 'playwright-core';

/** The texts of the live regions of the page from now on, in order. */
export async function listen(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    for (const region of document.querySelectorAll('[aria-live]')) {
      new MutationObserver(() => {
        const text = region.textContent?.replace(/\s+/g, ' ').trim() ?? '';
        if (text !== '' && text !== said.at(-1)) said.push(text);
      }).observe(region, { childList: true, characterData: true, subtree: true });
    }
  });
  return () => page.evaluate(() => (window as unknown as { said: string[] }).said);
}
