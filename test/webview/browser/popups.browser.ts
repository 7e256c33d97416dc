/** Popups, the list of keys, the header: opening, closing, the focus afterwards, what is remembered. */
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { findingsInThemes } from '../harness/accessibility';
import { ready } from '../harness/PanelPage';
import { course, largeText } from '../harness/sceneTexts';
import { themes } from '../harness/themes';
import { usePanel } from '../harness/usePanel';

const open = usePanel();

const convolution = { text: course('conv_forward'), purpose: 'conv' } as const;

function focusedAction(page: Page): Promise<string | undefined> {
  return page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.action);
}

describe('popups close by Escape, with the focus back at their button, and by a press elsewhere', () => {
  test.each([
    ['the settings', '[data-action=settings]', '.settings-form', 'settings'],
    ['the range of the colours', '[data-map=x] [data-action=scale]', '[data-part=histogram]', 'scale'],
    ['all channels', '[data-map=z] [data-action=montage]', '[data-part=montage]', 'montage'],
    ['the keys', '[data-action=keys]', '[data-part=keys]', 'keys'],
  ])('%s', async (_, opener, popup, action) => {
    const { page } = await open(convolution);
    const isOpen = () => page.locator(popup).isVisible();
    await page.locator(opener).click();
    await expect.poll(isOpen).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(isOpen).toBe(false);
    expect(await focusedAction(page)).toBe(action);
    await page.locator(opener).click();
    await expect.poll(isOpen).toBe(true);
    await page.locator('.sentence').click();
    await expect.poll(isOpen).toBe(false);
  });

  test.each([525, 700, 1600])(
    'at %i pixels the chosen colours, and from 700 the layout, are seen whole',
    async (width) => {
      const { page } = await open({ ...convolution, width });
      await page.locator('[data-action=settings]').click();
      const layout = page.locator('[data-field=layout]');
      if (width === 700) await page.locator('[data-action=moreFields]').click();
      if (width === 700) await page.locator('[data-action=settings]').click();
      if (width >= 700) await expect.poll(() => layout.isVisible()).toBe(true);
      const chosen = page.locator(':is([data-field=colorMap], [data-field=layout]) vscode-dropdown:visible');
      const cut = await chosen.evaluateAll((all) =>
        all
          .map((each) => each.shadowRoot!.querySelector('[part=selected-value]')!)
          .map((value) => value.scrollWidth > value.clientWidth),
      );
      expect(cut).toEqual(width >= 700 ? [false, false] : [false]);
    },
  );

  test('an equation in full', async () => {
    const { page } = await open({ text: course('conv_backward'), purpose: 'conv' });
    const fold = page.locator('[data-row=inputGradient] .fold');
    const full = page.locator('[data-part=explanation]');
    await fold.click();
    await expect.poll(() => full.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => full.isVisible()).toBe(false);
    await fold.click();
    await expect.poll(() => full.isVisible()).toBe(true);
    await page.locator('.sentence').click();
    await expect.poll(() => full.isVisible()).toBe(false);
  });

  test('the explanation of a pinned cell, by a click between the maps', async () => {
    const { page } = await open(convolution);
    const explanation = page.locator('[data-part=explanation].pinned');
    await page.locator('[data-map=x] canvas').click({ position: { x: 150, y: 110 } });
    await ready(page);
    await expect.poll(() => explanation.isVisible()).toBe(true);
    await page.locator('[data-action=forward]').click();
    await ready(page);
    expect(await explanation.isVisible()).toBe(true);
    await page
      .locator('.shelves')
      .first()
      .click({ position: { x: 3, y: 3 } });
    await expect.poll(() => explanation.count()).toBe(0);
  });

  test('? opens and closes the list of keys, but not while a field is typed into', async () => {
    const { page } = await open(convolution);
    const keys = page.locator('[data-part=keys]');
    await page.keyboard.press('?');
    await expect.poll(() => keys.isVisible()).toBe(true);
    await page.keyboard.press('?');
    await expect.poll(() => keys.isVisible()).toBe(false);
    await page.locator('[data-field=pad] input').press('?');
    expect(await keys.isVisible()).toBe(false);
  });
});

test.each([
  [380, 560],
  [525, 800],
  [560, 360],
])('at %i × %i nothing of a popup is outside of the panel, and nothing else moves', async (width, height) => {
  const { page } = await open({ ...convolution, width, height });
  for (const [opener, popup] of [
    ['[data-action=settings]', '.settings-form'],
    ['[data-action=keys]', '[data-part=keys]'],
    ['[data-map=x] [data-action=scale]', '[data-map=x] [data-part=histogram]'],
    ['[data-map=z] [data-action=scale]', '[data-map=z] [data-part=histogram]'],
    ['[data-map=z] [data-action=montage]', '[data-part=montage]'],
    ['[data-action=granularity]', '[data-action=granularity] [part=listbox]'],
  ] as const) {
    await page.locator(opener).scrollIntoViewIfNeeded();
    const before = await stagePlaces(page);
    await page.locator(opener).click();
    const box = page.locator(popup);
    await expect.poll(() => box.isVisible(), { message: popup }).toBe(true);
    await expect.poll(() => beyond(box, page), { message: popup }).toEqual([]);
    expect(await stagePlaces(page), popup).toEqual(before);
    await page.keyboard.press('Escape');
    await expect.poll(() => box.isVisible(), { message: popup }).toBe(false);
    expect(await stagePlaces(page), popup).toEqual(before);
  }
});

test('all channels that are open stay inside of a panel that becomes narrower, and take the colours of another theme', async () => {
  const { page } = await open(convolution);
  await page.locator('[data-map=x]').hover();
  await page.locator('[data-map=x] [data-action=montage]').click();
  const box = page.locator('[data-part=montage]');
  await box.waitFor();
  const picture = (): Promise<string> =>
    box
      .locator('canvas')
      .last()
      .evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
  const dark = await picture();
  await page.evaluate((theme) => window.applyTheme(theme), themes.light);
  await expect.poll(picture).not.toBe(dark);
  await page.setViewportSize({ width: 380, height: 560 });
  await ready(page);
  await expect.poll(() => beyond(box, page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect.poll(() => box.count()).toBe(0);
});

test('in a low panel the range of the colours is above its bar, which closes it again', async () => {
  const { page } = await open({ ...convolution, width: 560, height: 360 });
  const bar = page.locator('[data-map=x] [data-action=scale]');
  const box = page.locator('[data-part=histogram]');
  await bar.click();
  await box.waitFor();
  expect(await beyond(box, page)).toEqual([]);
  await bar.click();
  await expect.poll(() => box.count()).toBe(0);
});

test('all filters that are open stay inside of a panel that becomes wider', async () => {
  const { page } = await open({ ...convolution, width: 350, height: 800 });
  await page.locator('[data-map=z] .map-surface').hover();
  await page.locator('[data-map=z] [data-action=montage]').click();
  const box = page.locator('[data-part=montage]');
  await box.waitFor();
  for (const [width, height] of [
    [560, 500],
    [1120, 800],
  ] as const) {
    await page.setViewportSize({ width, height });
    await ready(page);
    await expect.poll(() => beyond(box, page), { message: `${width}` }).toEqual([]);
    expect(await page.locator('.scroll').evaluate((scroll) => scroll.scrollWidth - scroll.clientWidth)).toBe(0);
  }
});

test('the value of a cell does not cover its explanation, and is hidden when the panel changes its size', async () => {
  const { page } = await open({ ...convolution, width: 560, height: 360 });
  await page.locator('[data-map=x] canvas').hover({ position: { x: 150, y: 110 } });
  const tooltip = page.locator('.tooltip');
  const explanation = page.locator('[data-part=explanation]');
  await expect.poll(() => tooltip.isVisible()).toBe(true);
  await expect.poll(() => explanation.isVisible()).toBe(true);
  const [above, below] = [(await explanation.boundingBox())!, (await tooltip.boundingBox())!].sort((a, b) => a.y - b.y);
  expect(above!.y + above!.height).toBeLessThanOrEqual(below!.y);
  await page.setViewportSize({ width: 500, height: 700 });
  await expect.poll(() => tooltip.isVisible()).toBe(false);
});

test('in a high contrast theme, the border of a field that is wrong differs from those of others', async () => {
  const { page } = await open({ ...convolution, theme: 'hc-light' });
  await page.locator('[data-field=filter] input').fill('12');
  await page.locator('[data-field=filter] [data-error]').waitFor();
  const colorOf = (field: string): Promise<string> =>
    page.locator(`[data-field=${field}] input`).evaluate((input) => getComputedStyle(input).borderColor);
  expect(await colorOf('filter')).not.toBe(await colorOf('example'));
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

/** Sides of the panel that a box is beyond. */
async function beyond(box: Locator, page: Page): Promise<readonly string[]> {
  const { x, y, width, height } = (await box.boundingBox())!;
  const panel = page.viewportSize()!;
  const sides = { left: x < 0, top: y < 0, right: x + width > panel.width, bottom: y + height > panel.height };
  return Object.entries(sides).flatMap(([side, isBeyond]) => (isBeyond ? [side] : []));
}

/** Left, top, width and height of the equations and their maps. */
function stagePlaces(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.stage > .row, .stage .map-surface > canvas')].map((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return [left, top, width, height].map((value) => value.toFixed(1)).join(' ');
    }),
  );
}

test.each([380, 1120])(
  'the list of keys at %i pixels: inside of the panel; at 380 axe finds nothing',
  async (width) => {
    const { page } = await open({ ...convolution, width });
    await page.keyboard.press('?');
    const box = (await page.locator('[data-part=keys]').boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(width);
    const texts = await page
      .locator('[data-part=keys] dd')
      .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().left));
    expect(new Set(texts).size).toBe(width < 900 ? 1 : 2);
    if (width === 380) expect(await findingsInThemes(page)).toEqual([]);
  },
);

describe('the header', () => {
  test('H folds it to one line and back; the host remembers it', async () => {
    const { page } = await open(convolution);
    const height = async () => (await page.locator('[data-part=header]').boundingBox())!.height;
    const whole = await height();
    await page.keyboard.press('h');
    expect(await height()).toBeLessThan(45);
    expect(await page.locator('[data-field=stride]').isVisible()).toBe(false);
    const kept = await page.evaluate(() => window.posted.filter(({ type }) => type === 'setPreferences').at(-1));
    expect(kept).toMatchObject({ preferences: { headerFolded: true } });
    await page.locator('[data-action=foldHeader]').click();
    expect(await height()).toBe(whole);
  });

  test('an error is shown once, at its field, hides no map, and moves nothing', async () => {
    const { page } = await open({ ...convolution, width: 525 });
    const place = async () => (await page.locator('[data-map=x] .map-surface').boundingBox())!;
    const before = await place();
    await page.locator('[data-field=stride] input').fill('0');
    await ready(page);
    await expect.poll(() => page.locator('[data-field=stride] [data-error]').isVisible()).toBe(true);
    expect(await page.locator('[data-part=error]').isVisible()).toBe(false);
    const error = (await page.locator('[data-field=stride] [data-error]').boundingBox())!;
    const header = (await page.locator('[data-part=header]').boundingBox())!;
    expect(error.y).toBeGreaterThanOrEqual(header.y);
    expect(error.y + error.height).toBeLessThanOrEqual(header.y + header.height);
    expect(await place()).toEqual(before);
  });

  test('the error of a rarer field, which is shown for it, is inside the panel', async () => {
    const { page } = await open({ text: course('pool_backward_max'), purpose: 'pool', width: 525, height: 800 });
    await page.locator('[data-field=stride] input').fill('2');
    const error = page.locator('[data-error]:not([hidden])');
    await expect.poll(() => error.innerText()).toContain('but the output has');
    await ready(page);
    expect(await beyond(error, page)).toEqual([]);
  });

  test('the channel is a strip of numbers; a number out of range is refused with the range', async () => {
    const { page } = await open(convolution);
    const strip = page.locator('[data-field=channel] button');
    expect(await strip.allInnerTexts()).toEqual(['0', '1', '2', '3']);
    await strip.nth(2).click();
    await ready(page);
    await expect.poll(() => strip.nth(2).getAttribute('aria-pressed')).toBe('true');
    const filter = page.locator('[data-field=filter]');
    expect(await filter.innerText()).toContain('of 0–7');
    await filter.locator('input').fill('8');
    await ready(page);
    await expect.poll(() => filter.locator('[data-error]').innerText()).toContain('from 0 to 7, not 8');
    await page.locator('[data-action=last]').click();
    await ready(page);
    await expect.poll(() => filter.locator('[data-error]').isVisible()).toBe(false);
  });
});
