/** Places of parts of the panel, in pixels. */
import type { Locator, Page } from 'playwright-core';

/** Infinity for what is not drawn. */
export async function bottomOf(part: Locator): Promise<number> {
  const box = await part.boundingBox();
  return box ? box.y + box.height : Infinity;
}

export async function topOf(part: Locator): Promise<number> {
  return (await part.boundingBox())!.y;
}

export async function heightOf(page: Page, selector: string): Promise<number> {
  return (await page.locator(selector).boundingBox())!.height;
}
