/** Without a mouse or without sight: what a screen reader is told of a step, a walk by Tab through every page, 200 and 400 % zoom. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { everything } from '../../everything';
import { findingsInThemes, otherThemes } from '../harness/accessibility';
import { ready } from '../harness/PanelPage';
import { scenes } from '../harness/scenes';
import { seekTo } from '../harness/sceneSteps';
import { course } from '../harness/sceneTexts';
import { usePanel } from '../harness/usePanel';
import { listen } from '../harness/listen';
import { most, walk } from '../harness/walk';

const open = usePanel();

describe('a screen reader is told', () => {
  test('of a forward step: the result, then each cell that the arrows move to, with its value', async () => {
    const { page } = await open({ text: course('pool_forward_max_stride1'), purpose: 'pool' });
    const said = await listen(page);
    await page.keyboard.press('ArrowRight');
    await ready(page);
    await page.locator('[data-map=x] .map-surface').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    expect(await said()).toEqual([
      'A[0, 0, 0, 1] = 0.90',
      'A_prev[0, 0, 0, 1] = -0.6117564136500754',
      'A_prev[0, 0, 1, 1] = 0.8654076293246785',
      'A_prev[0, 1, 1, 1] = 0.5828152137158222',
    ]);
  });

  test('of a backward step: the gradient and where it goes', async () => {
    const { page } = await open({ text: course('pool_backward_max'), purpose: 'pool' });
    await seekTo(0.28)(page);
    const said = await listen(page);
    await page.keyboard.press('ArrowRight');
    await ready(page);
    await page.keyboard.press('ArrowLeft');
    await ready(page);
    const told = await said();
    expect(told[0]).toBe('dA[1, 1, 1, 1] = −0.25 goes to the maximum of its window in dA_prev');
    expect(told).toHaveLength(2);
    expect(told[1]).toMatch(/^dA\[1, 1, 1, 0\] = .* goes to the maximum of its window in dA_prev$/);
  });

  test('of Check My Code: the verdict at once and when it is another, in a sentence that no step repeats', async () => {
    const { page } = await open(scenes['yours-same-line']!);
    const start = 'your code against the layer: ';
    const mistakes =
      '; a_prev_pad is used where da_prev_pad belongs; The padding is removed with [pad:-pad], which is empty at pad 0';
    expect(await page.locator('[data-part=verdict]').textContent()).toBe(
      `${start}144 of 196 values differ, by up to 35.3${mistakes}`,
    );
    const said = await listen(page);
    await page.keyboard.press('ArrowRight');
    await ready(page);
    await page.keyboard.press('ArrowRight');
    await ready(page);
    const steps = await said();
    expect(steps).toHaveLength(2);
    expect(steps.join()).not.toContain(start);
    await page.locator('[data-action=moreFields]').click();
    const tolerance = page.locator('[data-field=atol]').locator('input');
    await tolerance.fill('100');
    await tolerance.press('Enter');
    await ready(page);
    const verdicts = (await said()).filter((text) => text.startsWith(start));
    expect(verdicts).toEqual([
      expect.stringMatching(/: all 196 values agree \(rtol \S+, atol 100\); a_prev_pad is used/),
    ]);
  });

  test('of every map its name and size, of the timeline its step and what the step is', async () => {
    const { page } = await open({ text: course('pool_forward_max_stride1'), purpose: 'pool' });
    await page.keyboard.press('ArrowRight');
    await ready(page);
    const maps = await page
      .locator('.map-surface')
      .evaluateAll((all) => all.map((map) => map.getAttribute('aria-label')));
    expect(maps.length).toBeGreaterThan(1);
    for (const label of maps) expect(label).toMatch(/\d+ rows?, \d+ columns?/);
    const slider = page.locator('input[data-action=seek]');
    expect(await slider.getAttribute('aria-valuetext')).toBe('step 2 / 54');
  });
});

// The first one is a convolution too, and has all that one without an error has.
const pages = ['field-error', 'inspect-find', 'yours', ...(everything ? ['conv-forward', 'pool-backward'] : [])];

describe.each(pages)('%s', (name) => {
  test('Tab reaches what can be used, each with a name and a mark, and leaves the page; Shift+Tab goes the same way', async () => {
    const { prepare, ...options } = scenes[name]!;
    const { page } = await open(options);
    await prepare?.(page);
    await ready(page);
    const stops = await walk(page, 'Tab');
    expect(stops.length).toBeGreaterThan(5);
    expect(stops.length).toBeLessThan(most);
    // The toolkit would call every text field so.
    expect(stops.filter(({ name: label }) => label === '' || label === 'Text field')).toEqual([]);
    expect(stops.filter(({ isMarked }) => !isMarked)).toEqual([]);
    expect(stops.filter(({ isSeen }) => !isSeen)).toEqual([]);
    const back = await walk(page, 'Shift+Tab');
    expect(back.map(({ name: label }) => label).reverse()).toEqual(stops.map(({ name: label }) => label));
  });

  test.each([
    ['200 %', 640, 512],
    ['400 %', 320, 256],
  ])(
    'at %s zoom (%i × %i) axe finds nothing in any theme, and nothing is beyond the side of the page',
    async (_, width, height) => {
      const { prepare, ...options } = scenes[name]!;
      const { page } = await open({ ...options, width, height });
      // In so low a page the header is folded to a line.
      if (height < 300) await page.keyboard.press('h');
      await prepare?.(page);
      await ready(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(await findingsInThemes(page, { others: otherThemes })).toEqual([]);
    },
  );
});

test('with forced colours each stop of Tab is marked too', async () => {
  const { page } = await open({ text: course('conv_forward'), purpose: 'conv' });
  await page.emulateMedia({ forcedColors: 'active' });
  const stops = await walk(page, 'Tab');
  expect(stops.length).toBeGreaterThan(5);
  expect(stops.filter(({ isMarked }) => !isMarked)).toEqual([]);
});

describe('with forced colours', () => {
  const styleOf = (page: Page, selector: string, property: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((each, name) => getComputedStyle(each).getPropertyValue(name), property);

  test('the numbers of rows and columns are on the background of their theme', async () => {
    const { page } = await open({ ...scenes['inspect-find']!, theme: 'dark' });
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'light' });
    const [outside, map] = await Promise.all([
      styleOf(page, 'body', 'background-color'),
      styleOf(page, '.map-surface canvas', 'background-color'),
    ]);
    expect(outside).toBe('rgb(255, 255, 255)');
    expect(map).not.toMatch(/^rgb\(255|, 0\)$/);
  });

  test.each([
    ['the tab of a listing', 'conv-forward', '.tabs button', 'aria-selected'],
    ['a slice', 'inspect-find', '.plane', 'aria-pressed'],
  ] as const)('%s that is chosen has another border', async (_, name, selector, attribute) => {
    const { page } = await open(scenes[name]!);
    await page.emulateMedia({ forcedColors: 'active' });
    const [chosen, other] = await Promise.all(
      ['true', 'false'].map((value) => styleOf(page, `${selector}[${attribute}=${value}]`, 'border-bottom-color')),
    );
    expect(chosen).not.toBe(other);
  });
});
