/** Little space: 200 % zoom of a 1120 × 720 panel (560 × 360), 400 % of 1280 × 1024 (320 × 256), and a panel of 380 pixels. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { bottomOf, heightOf, topOf } from '../harness/boxes';
import { ready, resizePanel } from '../harness/PanelPage';
import { scenes } from '../harness/scenes';
import { seekTo } from '../harness/sceneSteps';
import { course } from '../harness/sceneTexts';
import { usePanel } from '../harness/usePanel';

const open = usePanel();

const cases = [
  { name: 'conv_forward', purpose: 'conv' },
  { name: 'conv_backward', purpose: 'conv' },
  { name: 'pool_forward_max_stride1', purpose: 'pool' },
  { name: 'pool_backward_max', purpose: 'pool' },
] as const;

/** What is wider than its place, or beyond the right border of the panel. Sums of more than four numbers are shown in full by a click. */
function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const longSum = 56;
    const texts = '.sentence, .size-line, .line, .line-sum, .row-title, .assumptions li, .step-count, .ladder-label';
    const boxes = `${texts}, button, vscode-button, vscode-dropdown, input, .map, .glyph, .code`;
    const nameOf = (element: Element): string => `${element.className} ${element.textContent?.slice(0, 30)}`;
    const isShown = (element: Element): boolean => element.getClientRects().length > 0;
    const clipped = [...document.querySelectorAll(`.scroll, header, .timeline, ${texts}`)].filter(
      (element) =>
        isShown(element) &&
        element.scrollWidth > element.clientWidth + 1 &&
        element.clientWidth > 0 &&
        (element.textContent?.length ?? 0) < longSum,
    );
    const beyond = [...document.querySelectorAll(boxes)].filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return isShown(element) && (left < 0 || right > window.innerWidth);
    });
    return [...clipped, ...beyond].map(nameOf);
  });
}

test('at 380 pixels a long name and its shape are seen whole in the header', async () => {
  const text = course('conv_forward').replaceAll('A_prev', 'normalized_activations_of_previous_layer');
  const { page } = await open({ text, purpose: 'conv', width: 380, height: 800 });
  expect(await page.locator('.sentence').innerText()).toContain('normalized_activations_of_previous_layer');
  expect(await page.locator('.scroll').evaluate((scroll) => scroll.scrollWidth - scroll.clientWidth)).toBe(0);
});

test.each([
  { name: 'the maximum of nine numbers', scene: 'pool-forward' },
  { name: 'a sum of 36 products', scene: 'matrix' },
])('at 350 pixels the equation of $name is whole in its two lines', async ({ scene }) => {
  const { prepare, ...options } = scenes[scene]!;
  const { page } = await open({ ...options, width: 350, height: 800 });
  await prepare!(page);
  const line = page.locator('.row-lines > .line').first();
  expect(await line.innerText()).toMatch(/^\S+\[.*= −?\d+\.\d\d$/s);
  const { beyond, starts } = await line.evaluate((element) => {
    const { right, bottom } = element.getBoundingClientRect();
    const boxes = [...element.querySelectorAll('*')].map((each) => ({ each, box: each.getBoundingClientRect() }));
    return {
      beyond: boxes
        .filter(({ box }) => box.right > right + 1 || box.bottom > bottom + 1)
        .map(({ each }) => each.textContent),
      starts: boxes.filter(({ each, box }) => each.textContent === ', ' && box.left < 20).length,
    };
  });
  expect(beyond).toEqual([]);
  expect(starts).toBe(0);
});

test('at 380 pixels a result stays next to its terms, and the button of more cells is on the next line', async () => {
  const { page } = await open({ text: course('conv_backward'), purpose: 'conv', width: 380, height: 800 });
  await seekTo(0.03)(page);
  const line = page.locator('[data-row=inputGradient] .row-lines > .line');
  const [terms, result, more] = await Promise.all(
    ['.line-sum > .term', '.line-result > .number', '.fold'].map((part) => line.locator(part).last().boundingBox()),
  );
  const bottom = await line.evaluate((element) => element.getBoundingClientRect().bottom);
  expect(Math.abs(result!.y - terms!.y)).toBeLessThan(4);
  expect(more!.y).toBeGreaterThan(result!.y + 10);
  expect(more!.y + more!.height).toBeLessThanOrEqual(bottom + 1);
});

test.each(['yours', 'yours-backward'])(
  'at 350 pixels what own code does at a step is whole in a line each, at 380 the names of the listings are in one: %s',
  async (scene) => {
    const { page } = await open({ ...scenes[scene]!, width: 350, height: 800 });
    const lines = page.locator('.line.statement');
    expect(await lines.count()).toBe(2);
    const cut = await lines
      .locator('.line-sum, .line-aside')
      .evaluateAll((all) => all.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).length);
    expect(cut).toBe(0);
    expect(await lines.evaluateAll((all) => all.map(({ clientHeight }) => clientHeight))).toEqual([19, 19]);
    await resizePanel(page, 380, 800);
    const tops = await page.locator('[role=tab]').evaluateAll((all) => all.map((tab) => tab.getBoundingClientRect().y));
    expect(new Set(tops).size).toBe(1);
  },
);

test('at 525×734 the line of a convolution’s step is seen below its equations, as in a taller panel', async () => {
  const { page } = await open({ text: course('conv_forward'), purpose: 'conv', width: 525, height: 734 });
  await seekTo(0.26)(page);
  const line = page.locator('.code-line.current');
  await expect.poll(() => bottomOf(line)).toBeLessThanOrEqual(await topOf(page.locator('.timeline')));
  expect(await page.locator('.scroll').evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)).toBe(
    0,
  );
});

test.each([
  { width: 520, controls: 1 },
  { width: 525, controls: 1 },
  { width: 519, controls: 2 },
  { width: 700, controls: 1 },
  { width: 899, controls: 1 },
  { width: 1280, controls: 1 },
  { width: 380, controls: 2, language: 'zh-cn' },
  { width: 525, controls: 1, language: 'zh-cn' },
  { width: 1280, controls: 1, language: 'zh-cn' },
])('at $width pixels the timeline has $controls lines, and its dropdowns show their whole choices', async (each) => {
  const preferences = { speed: 0.5 };
  const { page } = await open({
    text: course('conv_backward'),
    purpose: 'conv',
    width: each.width,
    height: 734,
    preferences,
    ...(each.language && { language: each.language }),
  });
  const tops = await page
    .locator('.timeline :is(vscode-button, vscode-dropdown, .slider)')
    .evaluateAll((all) =>
      all
        .map((element) => element.getBoundingClientRect())
        .map(({ top, height }) => Math.round((top + height / 2) / 10)),
    );
  expect(new Set(tops).size).toBe(each.controls);
  const tools = (await page.locator('.timeline .tools').boundingBox())!;
  expect(tools.x + tools.width).toBeLessThanOrEqual(each.width - 8);
  const cut = await page.locator('.timeline vscode-dropdown').evaluateAll(
    (all) =>
      all.filter((each) => {
        const chosen = each.shadowRoot!.querySelector('[part=selected-value]')!;
        return chosen.scrollWidth > chosen.clientWidth;
      }).length,
  );
  expect(cut).toBe(0);
});

test('at 380 pixels the timeline of a layer with one step has one line', async () => {
  const { page } = await open({ ...scenes['single-step']!, width: 380, height: 700 });
  expect(await heightOf(page, '.timeline')).toBeLessThan(48);
});

test('at 525×686 a gradient without a chosen dZ is seen without scrolling', async () => {
  const { page } = await open({ text: course('conv_forward'), purpose: 'conv', width: 525, height: 686 });
  await page.getByRole('button', { name: 'backward' }).click();
  await ready(page);
  const last = (await page.locator('.row').last().boundingBox())!;
  const timeline = (await page.locator('.timeline').boundingBox())!;
  expect(last.y + last.height).toBeLessThanOrEqual(timeline.y);
});

test('a picture, its window and the result are whole above the timeline of a low panel, with the sum of the channels', async () => {
  const { page } = await open({ ...scenes['photo']!, width: 525, height: 382 });
  await seekTo(0.43)(page);
  const timeline = (await page.locator('.timeline').boundingBox())!;
  for (const id of ['x', 'x-window', 'z']) {
    const map = (await page.locator(`[data-map=${id}] .map-surface`).boundingBox())!;
    expect(map.y + map.height, id).toBeLessThanOrEqual(timeline.y);
  }
  await expect.poll(() => page.locator('.row').count()).toBe(1);
  const line = page.locator('.row .line').last();
  const words = (await line.innerText()).replace(/\s+/g, ' ');
  expect(words).toMatch(/^Z\[0, \d+, \d+, 0\] = \S+ \+ \S+ \+ \S+ = \S+$/);
  const { y, height } = (await line.boundingBox())!;
  expect(y + height).toBeLessThanOrEqual(timeline.y);
  await resizePanel(page, 525, 900);
  expect(await page.locator('.row').count()).toBe(2);
});

test('the sum below products of whole numbers has no decimals', async () => {
  const { page } = await open(scenes['photo']!);
  await seekTo(0.43)(page);
  expect(await page.locator('[data-map=products] .map-notes').innerText()).toBe('sum −40');
});

test('a quiz leaves most of a low panel to the step, with its buttons in one line', async () => {
  const { page } = await open({ text: course('pool_forward_max_stride1'), purpose: 'pool', width: 525, height: 375 });
  await page.locator('body').press('q');
  const quiz = page.locator('[data-part=quiz]');
  await quiz.waitFor();
  const buttons = await quiz
    .locator('.quiz-row vscode-button')
    .evaluateAll((all) => all.map((each) => Math.round(each.getBoundingClientRect().top)));
  expect(buttons.length).toBe(4);
  expect(new Set(buttons).size).toBe(1);
  expect(await quiz.evaluate((part) => part.scrollHeight - part.clientHeight)).toBe(0);
  expect(await heightOf(page, '.scroll')).toBeGreaterThan(375 / 2);
});

test.each([360, 525])('at %i pixels the planes of all filters are not wider than their map', async (width) => {
  const { page } = await open({ text: course('conv_backward'), purpose: 'conv', width });
  const [map, strip] = ['.map-surface > canvas', '.map-strip > canvas'].map((part) =>
    page.locator(`[data-map=dZ] ${part}`),
  );
  expect((await strip!.boundingBox())!.width).toBeLessThanOrEqual((await map!.boundingBox())!.width);
});

describe.each(cases)('$name', ({ name, purpose }) => {
  test('at 560 × 360 the first equation is whole between a header of one line and the timeline', async () => {
    const { page } = await open({ text: course(name), purpose, width: 560, height: 360 });
    await seekTo(0.3)(page);
    expect(await heightOf(page, '[data-part=header]')).toBeLessThan(34);
    expect(await heightOf(page, '.timeline')).toBeLessThan(56);
    const row = (await page.locator('.stage > .row').first().boundingBox())!;
    const timeline = (await page.locator('.timeline').boundingBox())!;
    expect(row.y + row.height).toBeLessThanOrEqual(timeline.y);
  });

  test.each([380, 360, 340])('at %i pixels nothing is cut off, and the timeline has two lines', async (width) => {
    const { page } = await open({ text: course(name), purpose, width, height: 800 });
    await seekTo(0.3)(page);
    expect(await cutOff(page)).toEqual([]);
    expect(await heightOf(page, '.timeline')).toBeLessThan(70);
  });

  test('at 320 × 256, 400 % zoom of 1280 × 1024, nothing is cut off and most of the height is the stage’s', async () => {
    const { page } = await open({ text: course(name), purpose, width: 320, height: 256 });
    await seekTo(0.3)(page);
    // The sentence of a folded header is whole when it is unfolded.
    expect((await cutOff(page)).filter((name) => !name.startsWith('sentence '))).toEqual([]);
    const fixed = (await heightOf(page, '.timeline')) + (await heightOf(page, '[data-part=header]'));
    expect(fixed).toBeLessThan(100);
  });
});

test.each([
  ['groups-backward', 380, 734],
  ['groups-backward', 380, 800],
  ['photo-backward', 380, 800],
  ['conv-backward', 380, 800],
  ['yours-backward', 380, 734],
  ['yours-conv-backward', 380, 800],
  ['channels', 380, 734],
  ['conv-forward', 560, 360],
  ['yours', 560, 360],
  ['relu-backward', 560, 360],
] as const)(
  '%s at %i × %i: every equation with its numbers is whole above the timeline',
  async (scene, width, height) => {
    const { prepare, ...options } = scenes[scene]!;
    const { page } = await open({ ...options, width, height });
    await prepare?.(page);
    const timeline = (await page.locator('.timeline').boundingBox())!;
    const bottoms = await page
      .locator('.stage > .row, .row-lines > .line, .line-result, .ladder-total')
      .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().bottom));
    expect(Math.max(...bottoms)).toBeLessThanOrEqual(timeline.y);
  },
);
