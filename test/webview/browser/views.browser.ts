/** Other views of a step: the matrix, colours and their scales, the formula, the whole result. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { ready } from '../harness/PanelPage';
import { seekTo } from '../harness/sceneSteps';
import { course } from '../harness/sceneTexts';
import { stepOf, usePanel } from '../harness/usePanel';

const open = usePanel();

const convolution = { text: course('conv_forward'), purpose: 'conv' } as const;

function action(page: Page, name: string) {
  return page.locator(`[data-action=${name}]`);
}

describe('views of the same step', () => {
  test('the matrix view shows one row times one column at the same step, and goes back', async () => {
    const { page } = await open(convolution);
    await seekTo(0.3)(page);
    const t = await stepOf(page);
    const ids = () =>
      page.locator('figure[data-map]').evaluateAll((all) => all.map((each) => (each as HTMLElement).dataset.map));
    const before = await ids();
    const toggle = page.locator('[data-field=matrix] vscode-checkbox');
    await page.locator('[data-action=moreFields]').click();
    await toggle.click();
    await ready(page);
    expect(await ids()).not.toEqual(before);
    expect(await stepOf(page)).toBe(t);
    expect(await page.locator('[data-part=stage]').innerText()).toContain('×');
    await toggle.click();
    await ready(page);
    expect(await ids()).toEqual(before);
    expect(await stepOf(page)).toBe(t);
  });

  test('a finer step keeps the place, and the coarser one comes back to it', async () => {
    const { page } = await open(convolution);
    await seekTo(0.5)(page);
    const t = await stepOf(page);
    const loop = () => page.locator('[data-part=code] .current').innerText();
    const choose = async (label: string) => {
      await page.locator('[data-action=granularity]').click();
      await page.locator('[data-action=granularity]').getByRole('option', { name: label, exact: true }).click();
      await ready(page);
    };
    await choose('by product');
    expect(await stepOf(page)).toBeGreaterThan(t);
    await choose('by window');
    expect(await stepOf(page)).toBe(t);
    expect(await loop()).not.toBe('');
  });

  test('the formula is MathML that the browser lays out', async () => {
    const { page } = await open(convolution);
    await page.getByRole('tab', { name: 'Formula' }).click();
    const math = page.locator('[data-part=code] math');
    expect(await math.first().evaluate((element) => element.namespaceURI)).toContain('MathML');
    const [box, index] = await Promise.all([math.first().boundingBox(), math.locator('msub, munder').count()]);
    expect(box!.height).toBeGreaterThan(10);
    expect(index).toBeGreaterThan(0);
  });
});

describe('colours', () => {
  const bars = (page: Page) =>
    page.locator('[data-action=scale]').evaluateAll((all) => all.map((bar) => bar.getAttribute('aria-label')));

  test('one scale for all maps, and each its own again', async () => {
    const { page } = await open(convolution);
    const own = await bars(page);
    expect(new Set(own).size).toBeGreaterThan(1);
    await action(page, 'settings').click();
    await page.locator('[data-field=sharedScale] vscode-checkbox').click();
    expect(new Set(await bars(page)).size).toBe(1);
    await page.locator('[data-field=sharedScale] vscode-checkbox').click();
    expect(await bars(page)).toEqual(own);
  });

  test('every choice of colour map draws other colours, kept by the host', async () => {
    const { page } = await open(convolution);
    const pixels = () =>
      page.locator('[data-map=x] canvas').evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
    await action(page, 'settings').click();
    const dropdown = page.locator('[data-field=colorMap] vscode-dropdown');
    const seen = new Set([await pixels()]);
    await dropdown.focus();
    const count = await dropdown.locator('vscode-option').count();
    for (let choice = 1; choice < count; choice++) {
      await dropdown.locator('.control, [part=control]').first().click();
      await dropdown.locator('vscode-option').nth(choice).click();
      await expect.poll(async () => seen.has(await pixels())).toBe(false);
      seen.add(await pixels());
    }
    expect(count).toBeGreaterThan(2);
    const stored = await page.evaluate(() => window.posted.filter(({ type }) => type === 'setPreferences').length);
    expect(stored).toBe(count - 1);
  });

  test('the ends of the range move by mouse and by keyboard', async () => {
    const { page } = await open(convolution);
    const bar = page.locator('[data-map=x] [data-action=scale]');
    const own = await bar.getAttribute('aria-label');
    await bar.click();
    const handle = page.locator('[data-map=x] [data-action=scale-max]');
    const box = (await handle.boundingBox())!;
    await page.mouse.move(box.x + box.width - 6, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width - 50, box.y + box.height / 2, { steps: 4 });
    await page.mouse.up();
    const dragged = await bar.getAttribute('aria-label');
    expect(dragged).not.toBe(own);
    await handle.focus();
    for (let press = 0; press < 5; press++) await page.keyboard.press('ArrowLeft');
    expect(await bar.getAttribute('aria-label')).not.toBe(dragged);
  });
});

describe('other ways of seeing', () => {
  test('reduced motion: nothing moves by itself', async () => {
    const { page } = await open(convolution);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const moving = await page.evaluate(() => {
      document.querySelector('.progress')!.classList.add('unknown');
      return [...document.querySelectorAll('*')].flatMap((element) =>
        ['', '::before', '::after'].flatMap((pseudo) => {
          const { animationName, transitionDuration } = getComputedStyle(element, pseudo || null);
          const still = animationName === 'none' && /^0s(, 0s)*$/.test(transitionDuration);
          return still ? [] : [`${element.className}${pseudo}`];
        }),
      );
    });
    expect(moving).toEqual([]);
  });

  test('forced colours: maps keep their colours, the pressed choice is told apart', async () => {
    const { page } = await open(convolution);
    const pixels = () =>
      page.locator('[data-map=x] canvas').evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL().length);
    const before = await pixels();
    await page.emulateMedia({ forcedColors: 'active' });
    expect(Math.abs((await pixels()) - before)).toBeLessThan(before / 2);
    const colors = await page
      .locator('[data-field=pass] button')
      .evaluateAll((all) => all.map((button) => getComputedStyle(button).backgroundColor));
    expect(new Set(colors).size).toBe(2);
  });

  test('the live region reads a step once, and nothing while playing', async () => {
    const { page } = await open({ ...convolution, preferences: { speed: 30 } });
    await page.evaluate(() => {
      const said: string[] = [];
      Object.assign(window, { said });
      const live = document.querySelector('[data-part=live]')!;
      new MutationObserver(() => said.push(live.textContent)).observe(live, { childList: true, characterData: true });
    });
    const said = () => page.evaluate(() => (window as unknown as { said: string[] }).said);
    await page.keyboard.press('ArrowRight');
    await ready(page);
    await page.keyboard.press('ArrowRight');
    await ready(page);
    await expect.poll(async () => (await said()).length).toBe(2);
    expect(new Set(await said()).size).toBe(2);
    await page.keyboard.press(' ');
    await expect.poll(() => stepOf(page)).toBeGreaterThan(8);
    expect(await said()).toHaveLength(2);
  });
});

test('the box under Z shows the result of cells that the steps have not reached, is kept by the host, and moves nothing', async () => {
  const { page } = await open(convolution);
  await seekTo(0.26)(page);
  const box = page.locator('[data-map=z] [data-action=showResult]');
  const place = async () => (await page.locator('[data-map=z] .map-surface canvas').boundingBox())!;
  const last = () =>
    page.locator('[data-map=z] .map-surface canvas').evaluate((canvas: HTMLCanvasElement) => {
      const context = canvas.getContext('2d')!;
      return [...context.getImageData(canvas.width - 12, canvas.height - 12, 1, 1).data];
    });
  const before = { place: await place(), color: await last() };
  expect(await page.locator('[data-map=z] .result-toggle').innerText()).toBe('show the result');
  await box.check();
  expect(await last()).not.toEqual(before.color);
  const kept = await page.evaluate(() => window.posted.filter(({ type }) => type === 'setPreferences').at(-1));
  expect(kept).toMatchObject({ preferences: { showResult: true } });
  await box.uncheck();
  expect(await last()).toEqual(before.color);
  await page.locator('[data-action=last]').click();
  await ready(page);
  expect(await place()).toEqual(before.place);
  expect(await page.locator('[data-map=x] [data-action=showResult]').isVisible()).toBe(false);
});
