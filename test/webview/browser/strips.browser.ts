/** The planes of all filters below a map, the lines of a long explanation in columns, the list of keys in a small panel. */
import { describe, expect, test } from 'vitest';
import { findingsInThemes } from '../harness/accessibility';
import { ready } from '../harness/PanelPage';
import { seekTo } from '../harness/sceneSteps';
import { course, values } from '../harness/sceneTexts';
import { stepOf, usePanel } from '../harness/usePanel';

const open = usePanel();

describe('the planes of all filters', () => {
  test.each(['conv_forward', 'conv_backward'] as const)('%s: a click on one shows its filter', async (name) => {
    const { page } = await open({ text: course(name), purpose: 'conv' });
    const strip = page.locator('.map-strip:not([hidden]) > canvas');
    expect(await strip.count()).toBe(1);
    const { width, height } = (await strip.boundingBox())!;
    await strip.click({ position: { x: (width * 5.5) / 8, y: height / 2 } });
    await ready(page);
    await expect.poll(() => page.locator('[data-field=filter] input').inputValue()).toBe('5');
    // The keyboard has the field of the filter, and the same planes with numbers.
    expect(await page.locator('[data-map=z], [data-map=dZ]').locator('[data-action=montage]').count()).toBe(1);
  });

  test('below a map of small cells they begin where the cells do, and nothing covers them', async () => {
    const text = `${values('x', [1, 2, 40, 6])}${values('w', [16, 2, 3, 3])}y = F.conv2d(x, w)\n`;
    const { page } = await open({ text, purpose: 'any', height: 600 });
    await seekTo(0.5)(page);
    const strip = page.locator('[data-map=z] .map-strip > canvas');
    await strip.scrollIntoViewIfNeeded();
    const box = (await strip.boundingBox())!;
    const cells = (await page.locator('[data-map=z] .map-surface > canvas').boundingBox())!;
    expect(Math.abs(box.x - cells.x)).toBeLessThanOrEqual(1);
    expect(box.x + box.width).toBeLessThanOrEqual(525 - 18);
    const covered = await strip.evaluate((canvas) => {
      const { left, right, top, bottom } = canvas.getBoundingClientRect();
      const middle = (top + bottom) / 2;
      return [left + 1, (left + right) / 2, right - 1].filter((x) => document.elementFromPoint(x, middle) !== canvas);
    });
    expect(covered).toEqual([]);
  });
});

test('many contributions are in columns of a wide panel: every line inside, none cut, axe finds nothing', async () => {
  const { page } = await open({ text: course('conv_backward'), purpose: 'conv', width: 1280, height: 720 });
  await seekTo(0.5)(page);
  await page
    .locator('[data-map=dW] canvas')
    .first()
    .click({ position: { x: 12, y: 12 } });
  const explanation = page.locator('[data-part=explanation].pinned');
  await explanation.waitFor();
  for (const fold of await explanation.locator('.fold').all()) await fold.click();
  const lines = await explanation.locator('.line').evaluateAll((all) =>
    all.map((line) => {
      const { left, right } = line.getBoundingClientRect();
      return { left: Math.round(left), isCut: line.scrollWidth > line.clientWidth + 1 || right > innerWidth };
    }),
  );
  expect(lines.filter(({ isCut }) => isCut)).toEqual([]);
  expect(new Set(lines.map(({ left }) => left)).size).toBe(lines.length > 4 ? 3 : 1);
  expect(await findingsInThemes(page, { part: '[data-part=explanation]' })).toEqual([]);
});

test('the list of keys at 320 × 256 is scrolled by keyboard, its texts are whole, and the step stays', async () => {
  const { page } = await open({ text: course('conv_forward'), purpose: 'conv', width: 320, height: 256 });
  const step = await stepOf(page);
  await page.keyboard.press('?');
  const list = page.locator('[data-part=keys]');
  const cut = await list
    .locator('dt, dd')
    .evaluateAll((all) =>
      all.filter((each) => each.scrollWidth > each.clientWidth + 1).map((each) => each.textContent),
    );
  expect(cut).toEqual([]);
  await page.keyboard.press('PageDown');
  await expect.poll(() => list.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(0);
  await page.keyboard.press('Escape');
  await expect.poll(() => list.isVisible()).toBe(false);
  expect(await stepOf(page)).toBe(step);
});

test('the button of all channels is next to a title that leaves it space, at the place where it is pressed', async () => {
  const { page } = await open({ text: course('conv_forward'), purpose: 'conv', width: 525, height: 734 });
  await page.mouse.move(0, 0);
  const button = page.locator('[data-map=x] [data-action=montage]');
  const place = (await button.boundingBox())!;
  const map = (await page.locator('[data-map=x] .map-surface').boundingBox())!;
  expect(place.y + place.height).toBeLessThanOrEqual(map.y);
  expect(await button.evaluate((each) => getComputedStyle(each.parentElement!).opacity)).toBe('0.75');
  await button.hover();
  expect(await button.boundingBox()).toEqual(place);
  expect(await button.evaluate((each) => getComputedStyle(each.parentElement!).opacity)).toBe('1');
  // A title that takes all of its map's width is seen whole.
  const filter = page.locator('[data-map=w]');
  const [title, hidden] = await Promise.all(
    ['.map-title', '[data-action=montage]'].map((part) => filter.locator(part).boundingBox()),
  );
  expect(hidden!.y).toBeGreaterThanOrEqual(title!.y + 14);
});
