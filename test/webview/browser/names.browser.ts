/** Names in the code and in titles lead to their maps. */
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { course } from '../harness/sceneTexts';
import { usePanel } from '../harness/usePanel';

const open = usePanel();

/** The middle of a word of a text, in CSS pixels. */
async function middleOf(text: Locator, word: string): Promise<readonly [number, number]> {
  return text.evaluate((element, name) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const found = new RegExp(`\\b${name}\\b`).exec(node.nodeValue ?? '');
      if (!found) continue;
      const range = document.createRange();
      range.setStart(node, found.index);
      range.setEnd(node, found.index + name.length);
      const { left, right, top, bottom } = range.getBoundingClientRect();
      return [(left + right) / 2, (top + bottom) / 2] as const;
    }
    throw new Error(`no ${name}`);
  }, word);
}

test('a name under the pointer outlines its maps, in the code, in titles and in the header; nothing moves', async () => {
  const { page } = await open({ text: course('pool_backward_max'), purpose: 'pool' });
  const named = () =>
    page.locator('.map.named').evaluateAll((maps) => maps.map((map) => (map as HTMLElement).dataset.map));
  const widths = () => page.locator('.map').evaluateAll((maps) => maps.map((map) => map.getBoundingClientRect().width));
  const before = await widths();
  const line = page.locator('.code-line', { hasText: '+= mask' }).locator('.code-text');
  for (const [place, name, map] of [
    [line, 'dA_prev', 'dX'],
    [line, 'mask', 'mask'],
    [page.locator('.row-title'), 'dA', 'dZ'],
    [page.locator('.sentence'), 'A_prev', 'x'],
  ] as const) {
    await place.scrollIntoViewIfNeeded();
    await page.mouse.move(...(await middleOf(place, name)));
    await expect.poll(named, { message: name }).toEqual([map]);
  }
  expect(await widths()).toEqual(before);
  const end = (await page.locator('.row-title').boundingBox())!;
  await page.mouse.move(end.x + end.width + 30, end.y + 8);
  await expect.poll(named).toEqual([]);
});
