import type { Locator, Page } from 'playwright-core';

/** Sides of the panel that a box is beyond. */
export async function beyond(box: Locator, page: Page): Promise<readonly string[]> {
  const { x, y, width, height } = (await box.boundingBox())!;
  const panel = page.viewportSize()!;
  const sides = { left: x < 0, top: y < 0, right: x + width > panel.width, bottom: y + height > panel.height };
  return Object.entries(sides).flatMap(([side, isBeyond]) => (isBeyond ? [side] : []));
}
