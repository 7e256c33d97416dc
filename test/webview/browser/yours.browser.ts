/** The user's function against the layer: the picture uses the space that the verdict and the code leave. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
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

test('at 560×360 the verdict is folded, so that the whole map is seen; its repairs are shown on demand', async () => {
  const { page } = await open({ text, purpose, check: check!, width: 560, height: 360 });
  const timeline = (await page.locator('.timeline').boundingBox())!;
  const map = (await page.locator('[data-part=stage] .map canvas').first().boundingBox())!;
  expect(map.y + map.height).toBeLessThanOrEqual(timeline.y);
  const repair = page.locator('[data-action=applyRepair]').first();
  expect(await repair.isVisible()).toBe(false);
  await page.locator('[data-action=moreVerdict]').click();
  expect(await repair.isVisible()).toBe(true);
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
  [525, 800],
  [1120, 800],
  [1600, 900],
])('at %i×%i the current line of the code is above the timeline', async (width, height) => {
  const { page } = await open({ text, purpose, check: check!, width, height });
  const timeline = (await page.locator('.timeline').boundingBox())!;
  const line = page.locator('.code-line.current');
  await expect
    .poll(async () => {
      const box = (await line.boundingBox())!;
      return box.y + box.height;
    })
    .toBeLessThanOrEqual(timeline.y);
});

test.each(['conv-forward', 'photo'])(
  '%s at 1600×900: a listing that is lower than its space is seen whole',
  async (name) => {
    const { page } = await open({ ...scenes[name]!, width: 1600, height: 900 });
    const hidden = () =>
      page.locator('[data-part=code] .listing').evaluate((body) => body.scrollHeight - body.clientHeight);
    await expect.poll(() => page.locator('.code-line.current').count()).toBe(1);
    expect(await hidden()).toBe(0);
  },
);

test.each([
  ['conv-forward', 525, 800],
  ['photo', 1280, 720],
  ['pool-backward', 700, 800],
])(
  '%s at %i×%i: the listing that is scrolled to the current line begins with a whole line',
  async (name, width, height) => {
    const scene = scenes[name]!;
    const { page } = await open({ ...scene, width, height });
    await scene.prepare?.(page);
    const body = page.locator('[data-part=code] .listing');
    const first = () =>
      body.evaluate((listing) => {
        const top = listing.getBoundingClientRect().top;
        const offsets = [...listing.querySelectorAll('.code-line')].map(
          (line) => line.getBoundingClientRect().top - top,
        );
        return Math.min(...offsets.map((offset) => Math.abs(offset)));
      });
    await expect.poll(() => body.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(0);
    expect(await first()).toBeLessThan(1.5);
  },
);

test.each([
  ['conv-backward', 1120, 800],
  ['transposed-backward', 1120, 800],
  ['yours-backward', 525, 718],
])('%s at %i×%i: the listing ends with a whole line', async (name, width, height) => {
  const scene = scenes[name]!;
  const { page } = await open({ ...scene, width, height });
  await scene.prepare?.(page);
  const cut = () =>
    page.locator('[data-part=code] .listing').evaluate((listing) => {
      const end = listing.getBoundingClientRect().bottom;
      const last = [...listing.querySelectorAll('.code-line')]
        .filter((line) => line.getClientRects().length > 0 && line.getBoundingClientRect().top < end - 1)
        .at(-1);
      const { top, bottom } = last.getBoundingClientRect();
      const line = Number.parseFloat(getComputedStyle(last).lineHeight);
      const rest = (end - top) % line;
      return bottom <= end + 2.5 ? 0 : Math.min(rest, line - rest);
    });
  await expect.poll(cut).toBeLessThan(2);
});

test.each([
  [525, 718],
  [525, 800],
  [1120, 720],
])('at %i×%i both wrong lines, what to write instead and the line of the step are in view', async (width, height) => {
  const { page } = await open({ text, purpose, check: check!, width, height });
  const timeline = (await page.locator('.timeline').boundingBox())!;
  const wrong = page.locator('.code-line.wrong');
  expect(await wrong.locator('.code-text').allTextContents()).toEqual([
    'vert_start = h→ h * stride',
    'horiz_start = w→ w * stride',
  ]);
  const body = (await page.locator('.listing').boundingBox())!;
  for (const line of [wrong.first(), wrong.last(), page.locator('.code-line.current')]) {
    await expect.poll(async () => (await line.boundingBox())!.y).toBeGreaterThanOrEqual(body.y - 1);
    const box = (await line.boundingBox())!;
    expect(box.y + box.height).toBeLessThanOrEqual(timeline.y);
  }
});

test('next to a wrong value of a line is the layer’s', async () => {
  const { page } = await open({ text, purpose, check: check!, width: 525, height: 718 });
  await expect.poll(() => page.locator('.code-line.wrong .code-value').allInnerTexts()).toEqual(['0', '1 ≠ layer 2']);
  expect(await page.locator('.code-line.current .code-value').innerText()).toBe('7.14 ≠ layer 4.68');
});

test.each(['yours-conv-backward', 'yours-backward', 'yours-line-missing', 'yours-same-line', 'yours-helper'])(
  '%s at 525×718: every wrong line and what to write instead are in view without scrolling',
  async (name) => {
    const { page } = await open({ ...scenes[name]!, width: 525, height: 718 });
    const seen = () =>
      page.evaluate(() => {
        const { top, bottom } = document.querySelector('.listing')!.getBoundingClientRect();
        const end = Math.min(bottom, document.querySelector('.timeline')!.getBoundingClientRect().top);
        const lines = [...document.querySelectorAll('.code-line.wrong')].map((line) => line.getBoundingClientRect());
        return lines.length > 0 && lines.every((line) => line.top >= top - 1 && line.bottom <= end + 1);
      });
    await expect.poll(seen).toBe(true);
  },
);

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

test('at 380×734 the wrong lines are in view without scrolling', async () => {
  const { page } = await open({ text, purpose, check: check!, width: 380, height: 734 });
  const timeline = (await page.locator('.timeline').boundingBox())!;
  for (const line of await page.locator('.code-line.wrong').all()) {
    await expect
      .poll(async () => {
        const box = (await line.boundingBox())!;
        return box.y + box.height;
      })
      .toBeLessThanOrEqual(timeline.y);
  }
});

test('the wrong line of a helper is in the listing, with its number and what to write instead', async () => {
  const { page } = await open({ ...scenes['yours-helper']!, width: 1120, height: 800 });
  const wrong = page.locator('.code-line.wrong');
  expect(await wrong.locator('.code-gutter').allTextContents()).toEqual(['10', '28']);
  expect(await wrong.locator('.code-repair').allTextContents()).toEqual(['→ +', '→ w * stride']);
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

test('two mistakes on one line: each repair tells what it replaces', async () => {
  const { page } = await open({ ...scenes['yours-same-line']!, width: 525, height: 718 });
  expect(await page.locator('.code-line.wrong .code-repair').allTextContents()).toEqual([
    'a_prev_pad → da_prev_pad',
    'pad:-pad, pad:-pad → pad:a_prev_pad.shape[0] - pad, pad:a_prev_pad.shape[1] - pad',
  ]);
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

test('in little space the lines without a mistake are shown on demand', async () => {
  const { page } = await open({ text, purpose, check: check!, width: 525, height: 718 });
  const hidden = page.locator('.code-line[hidden]');
  await expect.poll(() => hidden.count()).toBeGreaterThan(10);
  await page.locator('.code-gap').first().click();
  await expect.poll(() => hidden.count()).toBe(0);
  expect(await page.locator('.code-gap').count()).toBe(0);
});

test.each([
  { name: 'where not even the wrong lines have space', scene: 'yours', height: 640 },
  { name: 'where a mistake is below the line of the step', scene: 'yours-line-missing', width: 1120, height: 720 },
  { name: 'where the code stops before its first step', scene: 'yours-stops', height: 718 },
])('$name, the first wrong line is in view', async ({ scene, width = 525, height }) => {
  const { page } = await open({ ...scenes[scene]!, width, height });
  const timeline = (await page.locator('.timeline').boundingBox())!;
  const line = page.locator('.code-line.wrong').first();
  await expect
    .poll(async () => {
      const box = (await line.boundingBox())!;
      return box.y + box.height;
    })
    .toBeLessThanOrEqual(timeline.y);
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

test('the line before a missing one is not underlined', async () => {
  const { page } = await open({ ...scenes['yours-line-missing']!, width: 1120, height: 720 });
  const line = page.locator('.code-line.wrong > .code-text');
  expect(await line.textContent()).toMatch(/\+ db\[:, :, :, c\] \+= dZ\[i, h, w, c\]$/);
  expect(await line.evaluate((each) => getComputedStyle(each).textDecorationLine)).toBe('none');
});
