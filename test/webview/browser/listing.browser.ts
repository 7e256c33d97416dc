/** The listing below the picture: the line of the step, wrong lines and what to write instead are in view. */
import { expect, test } from 'vitest';
import { bottomOf, topOf } from '../harness/boxes';
import { scenes } from '../harness/scenes';
import { usePanel } from '../harness/usePanel';

const open = usePanel();
const { text, purpose, check } = scenes['yours']!;

test.each([
  [525, 800],
  [1120, 800],
  [1600, 900],
])('at %i×%i the current line of the code is above the timeline', async (width, height) => {
  const { page } = await open({ text, purpose, check: check!, width, height });
  const line = page.locator('.code-line.current');
  await expect.poll(() => bottomOf(line)).toBeLessThanOrEqual(await topOf(page.locator('.timeline')));
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

test('at 380×734 the wrong lines are in view without scrolling', async () => {
  const { page } = await open({ text, purpose, check: check!, width: 380, height: 734 });
  const end = await topOf(page.locator('.timeline'));
  for (const line of await page.locator('.code-line.wrong').all()) {
    await expect.poll(() => bottomOf(line)).toBeLessThanOrEqual(end);
  }
});

test('the wrong line of a helper is in the listing, with its number and what to write instead', async () => {
  const { page } = await open({ ...scenes['yours-helper']!, width: 1120, height: 800 });
  const wrong = page.locator('.code-line.wrong');
  expect(await wrong.locator('.code-gutter').allTextContents()).toEqual(['10', '28']);
  expect(await wrong.locator('.code-repair').allTextContents()).toEqual(['→ +', '→ w * stride']);
});

test('two mistakes on one line: each repair tells what it replaces', async () => {
  const { page } = await open({ ...scenes['yours-same-line']!, width: 525, height: 718 });
  expect(await page.locator('.code-line.wrong .code-repair').allTextContents()).toEqual([
    'a_prev_pad → da_prev_pad',
    'pad:-pad, pad:-pad → pad:a_prev_pad.shape[0] - pad, pad:a_prev_pad.shape[1] - pad',
  ]);
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
  const line = page.locator('.code-line.wrong').first();
  await expect.poll(() => bottomOf(line)).toBeLessThanOrEqual(await topOf(page.locator('.timeline')));
});

test('the line before a missing one is not underlined', async () => {
  const { page } = await open({ ...scenes['yours-line-missing']!, width: 1120, height: 720 });
  const line = page.locator('.code-line.wrong > .code-text');
  expect(await line.textContent()).toMatch(/\+ db\[:, :, :, c\] \+= dZ\[i, h, w, c\]$/);
  expect(await line.evaluate((each) => getComputedStyle(each).textDecorationLine)).toBe('none');
});
