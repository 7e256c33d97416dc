/** The inspector: the map never covers the fields above it. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { ready } from '../harness/PanelPage';
import { course } from '../harness/scenes';
import { usePanel } from '../harness/usePanel';

const open = usePanel();

/** Controls of the header that something else covers at their centre, and the element that does. */
function coveredFields(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const header = document.querySelector('[data-part=header]')!;
    return [...header.querySelectorAll('[data-field]')].flatMap((field) => {
      const { left, top, width, height } = field.getBoundingClientRect();
      const hit = document.elementFromPoint(left + width / 2, top + height / 2);
      return hit && header.contains(hit)
        ? []
        : [`${(field as HTMLElement).dataset.field}: ${hit?.outerHTML.slice(0, 60)}`];
    });
  });
}

describe('the map is below the fields', () => {
  test.each([
    [525, 800],
    [380, 560],
    [1120, 720],
  ])('at %i × %i, and after the panel has changed its size', async (width, height) => {
    const { page } = await open({ text: course('conv_forward'), purpose: 'inspect', width, height });
    expect(await coveredFields(page)).toEqual([]);
    for (const size of [
      { width: width + 200, height: height + 150 },
      { width, height: height - 160 },
      { width: width - 60, height },
    ]) {
      await page.setViewportSize(size);
      await ready(page);
      await expect.poll(() => coveredFields(page)).toEqual([]);
    }
    const [header, map] = await Promise.all(
      ['[data-part=header]', '[data-map=array]'].map((part) => page.locator(part).boundingBox()),
    );
    expect(map!.y).toBeGreaterThanOrEqual(header!.y + header!.height);
  });
});
