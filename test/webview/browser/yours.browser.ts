/** The user's function against the layer: the picture uses the space that the verdict and the code leave. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { bottomOf, topOf } from '../harness/boxes';
import { scenes } from '../harness/scenes';
import { seekTo } from '../harness/sceneSteps';
import { usePanel } from '../harness/usePanel';

const open = usePanel();
const { text, purpose, check } = scenes['yours']!;

/** Pixels per cell of the padded input of 7×9. */
async function cellOf(page: Page): Promise<number> {
  return (await page.locator('[data-part=stage] .map canvas').first().boundingBox())!.width / 9;
}

test('at 1600×900 cells have 45 pixels and more, with the code next to them', async () => {
  const { page } = await open({ text, purpose, check: check!, width: 1600, height: 900 });
  expect(await cellOf(page)).toBeGreaterThanOrEqual(45);
  const row = (await page.locator('.stage > .row').boundingBox())!;
  const timeline = (await page.locator('.timeline').boundingBox())!;
  expect(row.y + row.height).toBeLessThanOrEqual(timeline.y);
});

test('at 525×800 the numbers of the windows have two decimals, and lines of the code are seen below them, for the verdict is low', async () => {
  const { page } = await open({ text, purpose, check: check!, width: 525, height: 800 });
  expect((await page.locator('[data-part=yours]').boundingBox())!.height).toBeLessThanOrEqual(105);
  expect(await cellOf(page)).toBeGreaterThanOrEqual(22);
  const code = (await page.locator('[data-part=code]').boundingBox())!;
  const timeline = (await page.locator('.timeline').boundingBox())!;
  expect(timeline.y - code.y).toBeGreaterThanOrEqual(100);
});

test.each(['yours-same-line', 'yours-right-backward'])(
  'at 525×800 the code begins below the equations, and the line of the step is seen in it: %s',
  async (name) => {
    const { page } = await open({ ...scenes[name]!, width: 525, height: 800 });
    const stage = await bottomOf(page.locator('[data-part=stage]'));
    expect(await topOf(page.locator('[data-part=code]'))).toBeLessThanOrEqual(stage + 1);
    await expect.poll(() => page.locator('.code-line.current').isVisible()).toBe(true);
  },
);

test.each(['yours', 'yours-backward', 'yours-same-line', 'yours-helper'])(
  'at 560×360 the mistakes are in one line, so that the whole equation is seen with its numbers; repairs are shown on demand: %s',
  async (name) => {
    const { page } = await open({ ...scenes[name]!, width: 560, height: 360 });
    expect((await page.locator('[data-part=yours]').boundingBox())!.height).toBeLessThanOrEqual(28);
    const row = page.locator('.stage > .row').first();
    expect(await bottomOf(row)).toBeLessThanOrEqual(await topOf(page.locator('.timeline')));
    const repair = page.locator('[data-action=applyRepair]').first();
    expect(await repair.isVisible()).toBe(false);
    await page.locator('[data-action=moreVerdict]').click();
    expect(await repair.isVisible()).toBe(true);
  },
);

test('without a mistake the verdict of a short panel is how many values agree', async () => {
  const { page } = await open({ ...scenes['yours-right']!, width: 560, height: 360 });
  expect(await page.locator('[data-part=yours]').innerText()).toContain('all 192 values agree');
});

test('a repair that is applied, and the verdict before it, are marked until the changed text is checked; the focus stays', async () => {
  const { page } = await open({ text, purpose, check: check!, width: 525, height: 800 });
  const repairs = page.locator('[data-action=applyRepair]');
  const outdated = page.getByText('checking the changed text; verdict on the text before').first();
  expect(await outdated.isVisible()).toBe(false);
  await repairs.first().click();
  await outdated.waitFor();
  expect(await repairs.allInnerTexts()).toEqual(['applied', 'Apply']);
  expect(await repairs.first().evaluate((button) => button === document.activeElement)).toBe(true);
});

test.each([
  [525, 734, 30],
  [700, 800, 34],
])('at %i×%i the layer’s result is below the user’s, with cells of %i px and more', async (width, height, cell) => {
  const { page } = await open({ text, purpose, check: check!, width, height });
  expect(await cellOf(page)).toBeGreaterThanOrEqual(cell);
  const [yours, layer] = await Promise.all(
    ['yours', 'layer'].map(async (map) => (await page.locator(`[data-map=${map}] canvas`).first().boundingBox())!),
  );
  expect(layer!.x).toBe(yours!.x);
  expect(layer!.y).toBeGreaterThan(yours!.y + yours!.height);
});

test('that empty cells are not written is noted only below a map that has some', async () => {
  const { page } = await open({ ...scenes['yours-conv-backward']!, width: 525, height: 734 });
  const noteOf = (map: string) => page.locator(`[data-map=${map}] .map-notes`);
  expect(await noteOf('yours').innerText()).toBe('empty: not written yet');
  expect(await noteOf('dW-yours').isVisible()).toBe(false);
});

test('a gradient that agrees next to one that differs is a line, not maps', async () => {
  const { page } = await open({ ...scenes['yours-line-missing']!, width: 525, height: 718 });
  expect(await page.locator('[data-row=yours-filter]').count()).toBe(0);
  const lines = await page.locator('[data-row=yours] .row-lines').innerText();
  expect(lines).toContain('dW: all 48 values agree');
  expect(lines).toContain('db: 4 of 4 values differ');
});

test('where the gradient of the input agrees and db differs, db is shown at the step', async () => {
  const { page } = await open({ ...scenes['yours-line-missing']!, width: 525, height: 718 });
  const titles = page.locator('[data-row=yours] .map-title');
  expect(await titles.allInnerTexts()).toEqual([
    expect.stringMatching(/^dZ/),
    expect.stringMatching(/^db, yours/),
    expect.stringMatching(/^db, layer/),
  ]);
  expect(await page.locator('[data-row=yours] .row-lines').innerText()).toContain('dA_prev: all 144 values agree');
  await seekTo(0.5)(page);
  expect(await page.locator('[data-map=yours]').innerText()).not.toContain('empty');
});

test('an operator that is replaced is not struck out; a line that is missing is added', async () => {
  const helper = await open({ ...scenes['yours-helper']!, width: 525, height: 718 });
  const del = helper.page.locator('.yours-diff del').first();
  expect(await del.textContent()).toBe('-');
  expect(await del.evaluate((each) => getComputedStyle(each).textDecorationLine)).toBe('none');
  const missing = await open({ ...scenes['yours-line-missing']!, width: 525, height: 718 });
  expect(await missing.page.locator('.yours-diff').textContent()).toBe('+ db[:, :, :, c] += dZ[i, h, w, c]');
});

test('code that stops has no value, from nowhere', async () => {
  const { page } = await open({ ...scenes['yours-stops']!, width: 525, height: 718 });
  expect(await page.locator('[data-row=yours] .row-lines > .line').first().innerText()).toBe('yours no value');
});

test('the mistake comes first, each edit after its line; the tolerances are shown on demand', async () => {
  const { page } = await open({ text, purpose, check: check!, width: 525, height: 718 });
  const words = (await page.locator('[data-part=yours]').innerText()).replace(/\s+/g, ' ');
  expect(words).toMatch(/^The stride is not applied .* line 25 ?h → h \* stride ?Apply ?line 28 ?w → w \* stride/);
  expect(await page.locator('[data-field=rtol]').count()).toBe(0);
  await page.locator('[data-action=moreFields]').click();
  expect(await page.locator('[data-field=rtol]').isVisible()).toBe(true);
});

test('the difference at 525×718: three results next to the input, and lines of the code below', async () => {
  const scene = scenes['yours-difference']!;
  const { page } = await open({ ...scene, width: 525, height: 718 });
  await scene.prepare!(page);
  expect(await page.locator('.stage .shelf').count()).toBe(1);
  expect(await page.locator('.stage .map-surface').count()).toBe(4);
  const timeline = (await page.locator('.timeline').boundingBox())!;
  const code = (await page.locator('[data-part=code]').boundingBox())!;
  expect(timeline.y - code.y).toBeGreaterThanOrEqual(100);
});
