/** Popups and the list of keys: opening, closing, the focus afterwards, their place. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { findingsInThemes } from '../harness/accessibility';
import { beyond } from '../harness/beyond';
import { ready, resizePanel } from '../harness/PanelPage';
import { course } from '../harness/sceneTexts';
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

  test('the settings, by the focus that leaves them, in a panel so low that they cover the header', async () => {
    const { page } = await open({ ...convolution, width: 320, height: 256 });
    const form = page.locator('.settings-form');
    await page.locator('[data-action=settings]').click();
    await form.locator('vscode-dropdown').press('Tab');
    expect(await form.isVisible()).toBe(true);
    for (const _ of Array(6)) await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.querySelector('.settings')!.contains(document.activeElement))).toBe(
      false,
    );
    expect(await form.isVisible()).toBe(false);
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
  await resizePanel(page, 380, 560);
  expect(await beyond(box, page)).toEqual([]);
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
    await resizePanel(page, width, height);
    expect(await beyond(box, page), `${width}`).toEqual([]);
    expect(await page.locator('.scroll').evaluate((scroll) => scroll.scrollWidth - scroll.clientWidth)).toBe(0);
  }
});

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

/** Left, top, width and height of the equations and their maps. */
function stagePlaces(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.stage > .row, .stage .map-surface > canvas')].map((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return [left, top, width, height].map((value) => value.toFixed(1)).join(' ');
    }),
  );
}
