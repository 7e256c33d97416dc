/** Where things are: inside their frames at every width, and at the same place whatever is pointed at or opened. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { everything } from '../../everything';
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

/** Also on both sides of each width at which the layout changes; one half in every second case. */
const widths = [380, 525, 699, 700, 899, 900, 1120, 1319, 1320, 1600];
const widthsOf = (index: number): readonly number[] => widths.filter((_, k) => everything || k % 2 === index % 2);

/** Maps, signs and ladders that are not inside their row's frame, and rows that end below the timeline where they fit above. */
function misplaced(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.stage > .row')].flatMap((row) => {
      const frame = row.getBoundingClientRect();
      return [
        ...row.querySelectorAll(
          '.map, .glyph, .ladder, .row-lines:not([hidden]), .map-notes:not([hidden]), .map-strip:not([hidden]) > canvas',
        ),
      ].flatMap((item) => {
        const { left, right, top, bottom } = item.getBoundingClientRect();
        const isInside =
          left >= frame.left && right <= frame.right + 0.5 && top >= frame.top && bottom <= frame.bottom + 0.5;
        const name = (item as HTMLElement).dataset.map ?? item.className;
        return isInside ? [] : [`${name}: ${[left, right, top, bottom].map(Math.round).join(' ')}`];
      });
    }),
  );
}

/** Left, top, width and height of everything of the stage. */
function places(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.stage > .row, .map-surface > canvas, .ladder, .row-lines > .line')].map(
      (element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        return [left, top, width, height].map((value) => value.toFixed(1)).join(' ');
      },
    ),
  );
}

/** Words next to equations and their titles that are seen in part. */
function partlySeen(page: Page): Promise<readonly string[]> {
  return page.locator('.row-lines .line:not(.statement) > .line-aside, .row-aside').evaluateAll((all) =>
    all.flatMap((aside) => {
      const line = aside.parentElement!.getBoundingClientRect();
      const { top, right } = aside.getBoundingClientRect();
      const isWhole = right <= line.right + 0.5 && aside.scrollWidth <= aside.clientWidth + 1;
      return isWhole || top >= line.bottom - 2 ? [] : [aside.textContent];
    }),
  );
}

test('at 380 px the bracket of a sum follows its terms, and the result follows the bracket, in two lines', async () => {
  const { page } = await open({ text: course('pool_forward_max_stride1'), purpose: 'pool', width: 380 });
  const line = page.locator('.row-lines > .line').first();
  expect(await line.innerText()).toMatch(/^A\[.*\)\s+= \S+/s);
  const places = await line.evaluate((element) => {
    const { bottom } = element.getBoundingClientRect();
    const result = element.querySelector('.line-result')!;
    const { top, right, height } = result.getBoundingClientRect();
    return {
      height,
      isWithin: right <= 380 && top + height <= bottom + 1,
      before: result.previousElementSibling!.textContent,
    };
  });
  expect(places.isWithin).toBe(true);
  expect(places.before).toMatch(/\)$/);
  expect(places.height).toBeLessThan(20);
});

const long = (shape: string, factor: number): string =>
  `np.sin(np.arange(${shape.replaceAll(', ', ' * ')}).reshape(${shape}) * 12.9898) * ${factor}`;

test.each([
  ['the maximum of nine numbers', `x = ${long('1, 1, 7, 7', 4)}\ny = F.max_pool2d(x, 3, 2)\n`],
  [
    'six digits and four sides of padding',
    `x = ${long('1, 6, 6, 1', 400000)}\nw = ${long('3, 3, 1, 1', 3)}\n` +
      `y = tf.nn.conv2d(x, w, strides=[1, 2, 2, 1], padding=[[0, 0], [10, 12], [10, 14], [0, 0]])\n`,
  ],
])('at 525 px no number of an equation and of a field is cut: %s', async (_, text) => {
  const { page } = await open({ text, width: 525 });
  await seekTo(0.6)(page);
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.line-sum, vscode-text-field')]
      .map((element) => element.shadowRoot?.querySelector('input') ?? element)
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
      .map((element) => element.textContent || (element as HTMLInputElement).value),
  );
  expect(cut).toEqual([]);
});

test.each([525, 1600])(
  'at %i px the values of a matrix product are in its result or below it, those of the cell one below the other',
  async (width) => {
    const { prepare, ...options } = scenes['matrix']!;
    const { page } = await open({ ...options, width, height: 900 });
    await prepare!(page);
    const result = await page.locator('.line-result .number').innerText();
    const notes = ['zCol', 'bRow'].map((id) => page.locator(`[data-map=${id}] .map-notes`).innerText());
    // In a wide panel the cells of the result have numbers.
    expect(await Promise.all(notes)).toEqual([width < 900 ? result : '12 × 8', '−0.46']);
    if (width < 900) return;
    const lefts = await page
      .locator('[data-row=matrixCell] .map-surface')
      .evaluateAll((maps) => maps.map((map) => Math.round(map.getBoundingClientRect().left)));
    expect(new Set(lefts).size).toBe(1);
  },
);

test('at 1400 × 900 the code of a few lines is below maps that take the whole width', async () => {
  const { page } = await open({ ...scenes['relu']!, width: 1400, height: 900 });
  const [row, code] = await Promise.all(
    ['.stage > .row', '[data-part=code]'].map((part) => page.locator(part).first().boundingBox()),
  );
  expect(row!.width).toBeGreaterThan(1300);
  expect(code!.y).toBeGreaterThan(row!.y + row!.height);
  expect(code!.y + code!.height).toBeLessThan((await page.locator('.timeline').boundingBox())!.y);
});

test('at 1120 × 760 four lines of the loop of a pooling are below maps with cells of at least 64 pixels', async () => {
  const { page } = await open({ text: course('pool_backward_max'), purpose: 'pool', width: 1120, height: 760 });
  const [row, code] = await Promise.all(
    ['.stage > .row', '[data-part=code]'].map((part) => page.locator(part).first().boundingBox()),
  );
  expect(code!.y).toBeGreaterThan(row!.y + row!.height);
  expect((await page.locator('.timeline').boundingBox())!.y - code!.y).toBeGreaterThan(130);
  expect((await page.locator('[data-map=dX] .map-surface > canvas').boundingBox())!.width).toBeGreaterThan(3 * 64);
  expect((await page.locator('[data-part=header]').boundingBox())!.height).toBeLessThan(120);
});

test('of code that is below a stage with pictures, a line at least is seen above the timeline, or nothing', async () => {
  const sizes = [
    { width: 1120, height: 800 },
    { width: 525, height: 734 },
  ];
  for (const size of sizes) {
    const { prepare, ...options } = scenes['photo']!;
    const { page } = await open({ ...options, ...size });
    await prepare!(page);
    const [code, timeline] = await Promise.all(
      ['[data-part=code]', '.timeline'].map((part) => page.locator(part).boundingBox()),
    );
    const seen = timeline!.y - code!.y;
    expect(seen <= 1 || seen >= 76, `${seen} pixels are seen`).toBe(true);
  }
});

test('the numbers of a colour bar never overlap', async () => {
  const { prepare, ...options } = scenes['matrix-backward']!;
  const { page } = await open({ ...options, width: 525 });
  await prepare!(page);
  const overlaps = await page.locator('.colorbar.labelled').evaluateAll((bars) =>
    bars.flatMap((bar) => {
      const [low, high] = [bar.firstElementChild!, bar.lastElementChild!].map((end) => end.getBoundingClientRect());
      return low!.width > 0 && low!.right > high!.left ? [bar.textContent] : [];
    }),
  );
  expect(overlaps).toEqual([]);
});

describe.each(cases.map((each, index) => ({ ...each, widths: widthsOf(index) })))(
  '$name',
  ({ name, purpose, widths: own }) => {
    test('everything is inside its frame at each width, also after the panel has changed its size', async () => {
      const { page } = await open({ text: course(name), purpose, width: own[0]!, height: 800 });
      await seekTo(0.3)(page);
      for (const width of own) {
        await resizePanel(page, width, 800);
        expect(await misplaced(page), `${width} px`).toEqual([]);
        expect(await partlySeen(page), `${width} px`).toEqual([]);
      }
      const fresh = await open({ text: course(name), purpose, width: own.at(-1)!, height: 800 });
      await seekTo(0.3)(fresh.page);
      const expected = await places(fresh.page);
      await expect.poll(() => places(page)).toEqual(expected);
    });

    test('pointing, pinning, stepping and popups move nothing', async () => {
      const { page } = await open({ text: course(name), purpose });
      await seekTo(0.3)(page);
      const before = await places(page);
      const map = page.locator('.stage .map').first();
      await map.locator('.map-surface canvas').hover({ position: { x: 30, y: 30 } });
      await ready(page);
      expect(await places(page)).toEqual(before);
      await map.locator('.map-surface canvas').click({ position: { x: 30, y: 30 } });
      await ready(page);
      expect(await places(page)).toEqual(before);
      await page.keyboard.press('Escape');
      await map.locator('[data-action=scale]').click();
      expect(await places(page)).toEqual(before);
      await map.locator('[data-action=scale]').click();
      await page.locator('[data-action=settings]').click();
      expect(await places(page)).toEqual(before);
      await page.keyboard.press('Escape');
      await seekTo(0.35)(page);
      expect(await places(page)).toEqual(before);
    });
  },
);
