/** The explanation of a cell, its value, and the magnified window: what they leave in view. */
import { expect, test } from 'vitest';
import { findingsInThemes } from '../harness/accessibility';
import { ready, resizePanel } from '../harness/PanelPage';
import { course, largeText } from '../harness/sceneTexts';
import { usePanel } from '../harness/usePanel';

const open = usePanel();

const convolution = { text: course('conv_forward'), purpose: 'conv' } as const;

test('the value of a cell does not cover its explanation, and is hidden when the panel changes its size', async () => {
  const { page } = await open({ ...convolution, width: 560, height: 360 });
  await page.locator('[data-map=x] canvas').hover({ position: { x: 150, y: 110 } });
  const tooltip = page.locator('.tooltip');
  const explanation = page.locator('[data-part=explanation]');
  await expect.poll(() => tooltip.isVisible()).toBe(true);
  await expect.poll(() => explanation.isVisible()).toBe(true);
  const [above, below] = [(await explanation.boundingBox())!, (await tooltip.boundingBox())!].sort((a, b) => a.y - b.y);
  expect(above!.y + above!.height).toBeLessThanOrEqual(below!.y);
  await resizePanel(page, 500, 700);
  expect(await tooltip.isVisible()).toBe(false);
});

test.each([
  [380, 700],
  [380, 560],
  [525, 800],
])('an explanation in a panel of %i × %i does not cover the map of its cell', async (width, height) => {
  const { page } = await open({ text: course('pool_backward_max'), purpose: 'pool', width, height });
  const surface = page.locator('[data-map=dX] .map-surface');
  await surface.click({ position: { x: 40, y: 40 } });
  const explanation = page.locator('[data-part=explanation].pinned');
  await explanation.waitFor();
  const [box, cells] = [(await explanation.boundingBox())!, (await surface.boundingBox())!];
  const isApart = box.y + box.height <= cells.y || cells.y + cells.height <= box.y;
  expect(isApart, JSON.stringify([box, cells])).toBe(true);
});

test('where the code is next to the stage, an explanation is below it and covers no map', async () => {
  const { page } = await open({ ...convolution, width: 1600, height: 900 });
  const code = (await page.locator('[data-part=code]').boundingBox())!;
  for (const map of ['x', 'z']) {
    await page.locator(`[data-map=${map}] .map-surface`).hover({ position: { x: 60, y: 30 } });
    const explanation = page.locator('[data-part=explanation]');
    await expect.poll(() => explanation.isVisible()).toBe(true);
    await ready(page);
    const box = (await explanation.boundingBox())!;
    expect(box.x).toBe(code.x);
    expect(box.y).toBeGreaterThanOrEqual(code.y + code.height);
  }
});

test('an explanation at the top that is not higher than the fields of the header leaves its sentence', async () => {
  const { page } = await open({ text: course('conv_backward'), purpose: 'conv', width: 525, height: 800 });
  await page.locator('[data-map=x] .map-surface').hover({ position: { x: 8, y: 8 } });
  const explanation = page.locator('[data-part=explanation].at-top');
  await explanation.waitFor();
  const [box, sentence] = [(await explanation.boundingBox())!, (await page.locator('.sentence').boundingBox())!];
  expect(box.y).toBeGreaterThanOrEqual(sentence.y + sentence.height);
});

test('from a large map an arrow leads to its magnified window, whose place the layout knows', async () => {
  const { page } = await open({ text: largeText(), purpose: 'conv', width: 700, height: 800 });
  const window = page.locator('[data-map=x-window] .map-surface');
  const arrow = await window.evaluate((surface) => getComputedStyle(surface, '::before').content);
  expect(arrow).toContain('→');
  const [cells, map] = [
    (await window.boundingBox())!,
    (await page.locator('[data-map=x] .map-surface').boundingBox())!,
  ];
  expect(cells.x - (map.x + map.width)).toBeGreaterThan(15);
});

test('at 400 % zoom, with the header above the window, an explanation at the top is in sight, and axe finds nothing in it', async () => {
  const { page } = await open({ text: largeText(), purpose: 'conv', width: 320, height: 256 });
  await page.keyboard.press('h');
  await page.locator('[data-map=x] .map-surface').focus();
  for (const key of ['1', 'ArrowRight']) await page.keyboard.press(key);
  await ready(page);
  const explanation = page.locator('[data-part=explanation].at-top');
  await explanation.waitFor();
  expect((await explanation.boundingBox())!.y).toBeGreaterThanOrEqual(0);
  expect(await findingsInThemes(page, { part: '[data-part=explanation]' })).toEqual([]);
});

test('in a panel of 560×360 an explanation is where it covers less of its map', async () => {
  const { page } = await open({ text: largeText(), purpose: 'conv', width: 560, height: 360 });
  const map = page.locator('[data-map=x] .map-surface');
  await map.focus();
  for (const key of ['1', 'ArrowRight', 'ArrowDown']) await page.keyboard.press(key);
  const explanation = page.locator('[data-part=explanation]');
  await expect.poll(() => explanation.isVisible()).toBe(true);
  await ready(page);
  const [box, cells] = [(await explanation.boundingBox())!, (await map.boundingBox())!];
  const covered = Math.min(box.y + box.height, cells.y + cells.height) - Math.max(box.y, cells.y);
  expect(covered).toBeLessThan(cells.height / 3);
});
