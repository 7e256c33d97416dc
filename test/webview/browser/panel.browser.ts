/**
 * The panel in Chromium under its own policy, with the extension's session behind it: accessibility in four themes, the
 * policy, the keyboard, playing over a slow connection, hovering and pinning. Run by vitest with test/webview/browser/vitest.config.mjs.
 */
import { describe, expect, test } from 'vitest';
import { ready } from '../harness/PanelPage';
import { seekTo } from '../harness/sceneSteps';
import { course } from '../harness/sceneTexts';
import { themes } from '../harness/themes';
import { cellOf, stepOf, usePanel } from '../harness/usePanel';

const open = usePanel();

const convolution = { text: course('conv_forward'), purpose: 'conv' } as const;

describe('in the usual place of 525×800', () => {
  const names = [
    'conv_forward',
    'conv_backward',
    'pool_forward_max_stride1',
    'pool_backward_max',
    'pool_backward_average',
  ];

  test.each(names)('%s: all equations with their numbers are above the timeline without scrolling', async (name) => {
    const { page } = await open({ text: course(name), purpose: name.startsWith('conv') ? 'conv' : 'pool' });
    await seekTo(0.5)(page);
    const [row, timeline] = await Promise.all(
      ['.stage > .row >> nth=-1', '[data-part=timeline]'].map((part) => page.locator(part).boundingBox()),
    );
    expect(row!.y + row!.height).toBeLessThanOrEqual(timeline!.y);
    expect(timeline!.y + timeline!.height).toBeLessThanOrEqual(800);
  });
});

test.each([760, 800, 840])('at 525×%i the current line of the loop is above the timeline, whole', async (height) => {
  const { page } = await open({ text: course('pool_backward_max'), purpose: 'pool', width: 525, height });
  const timeline = (await page.locator('[data-part=timeline]').boundingBox())!;
  const line = page.locator('[data-part=code] .code-line.current');
  await expect
    .poll(async () => {
      const box = (await line.boundingBox())!;
      return box.y + box.height;
    })
    .toBeLessThanOrEqual(timeline.y);
});

describe('keyboard', () => {
  test('arrows, Home, End and Space move the timeline from anywhere but a field', async () => {
    const { page } = await open({ ...convolution, preferences: { speed: 30 } });
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await stepOf(page)).toBe(2);
    await page.keyboard.press('ArrowLeft');
    expect(await stepOf(page)).toBe(1);
    await page.keyboard.press('End');
    expect(await stepOf(page)).toBe(191);
    await page.keyboard.press('Home');
    expect(await stepOf(page)).toBe(0);
    await page.keyboard.press(' ');
    await expect.poll(() => stepOf(page)).toBeGreaterThan(3);
    await page.keyboard.press(' ');
    const paused = await stepOf(page);
    await page.locator('[data-field=stride] input').press('ArrowRight');
    expect(await stepOf(page)).toBe(paused);
  });

  test('in a map the arrows move from cell to cell, Enter pins, Escape releases', async () => {
    const { page } = await open(convolution);
    await page.locator('[data-map=z] .map-surface').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await ready(page);
    await page.keyboard.press('Enter');
    await expect.poll(() => stepOf(page)).toBe((1 * 4 + 1) * 8);
    expect(await page.locator('[data-part=explanation]').getAttribute('class')).toContain('pinned');
    await page.keyboard.press('Escape');
    await page.locator('[data-part=header]').click();
    await ready(page);
    expect(await page.locator('[data-part=explanation]').getAttribute('class')).not.toContain('pinned');
  });
});

describe('what is drawn', () => {
  test('cells fill step by step; padding is marked; tables hold exact numbers', async () => {
    const { page } = await open(convolution);
    expect(Number(await cellOf(page, 'z', 0, 0))).toBeCloseTo(-2.651123629553914, 12);
    expect(await cellOf(page, 'z', 0, 1)).toBe('');
    expect(await cellOf(page, 'x', 0, 0)).toBe('0');
    expect(await page.locator('[data-map=x] td[data-kind=padding]').count()).toBe(63 - 35);
  });

  test('a value that does not fit is explained at its field, the picture stays, and a good one clears it', async () => {
    const { page } = await open(convolution);
    const before = await cellOf(page, 'z', 0, 0);
    const stride = page.locator('[data-field=stride]');
    await stride.locator('input').fill('0');
    await ready(page);
    expect(await stride.locator('[data-error]').textContent()).toContain('at least 1, not 0');
    expect(await cellOf(page, 'z', 0, 0)).toBe(before);
    await stride.locator('input').fill('1');
    await ready(page);
    expect(await stride.locator('[data-error]').isVisible()).toBe(false);
  });

  test('hovering an input cell outlines every output that it feeds, with their number', async () => {
    const { page } = await open(convolution);
    await page.locator('[data-map=x] canvas').hover({ position: { x: 150, y: 110 } });
    await ready(page);
    expect(await page.locator('[data-part=explanation]').innerText()).toMatch(/A_prev\[0, \d, \d, 0\]/);
    await page.mouse.move(5, 5);
    await expect.poll(() => page.locator('[data-part=explanation]').isVisible()).toBe(false);
  });

  test('the montage shows every filter at each step, and one that is clicked is the one that is shown', async () => {
    const { page } = await open(convolution);
    await page.locator('[data-map=z] [data-action=montage]').click();
    const montage = page.locator('[data-part=montage]');
    await montage.waitFor();
    expect(await montage.locator('[data-plane]').count()).toBe(8);
    expect(await montage.locator('[data-plane="5"]').getAttribute('data-numbers')).toBe('true');
    const picture = (): Promise<string> =>
      montage.locator('[data-plane="1"] canvas').evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
    const before = await picture();
    await page.keyboard.press('ArrowRight');
    await page.locator('[data-action=forward]').click();
    expect(await stepOf(page)).toBe(2);
    await expect.poll(picture).not.toBe(before);
    await montage.locator('[data-plane="5"]').click();
    await ready(page);
    expect(await page.locator('[data-field=filter] input').inputValue()).toBe('5');
  });

  test.each([
    [525, 800],
    [1120, 800],
  ])(
    'at %i × %i all four channels of the input are seen at once, with numbers and the window',
    async (width, height) => {
      const { page } = await open({ ...convolution, width, height });
      await page.locator('[data-map=x] [data-action=montage]').click();
      const montage = page.locator('[data-part=montage]');
      await montage.waitFor();
      const planes = montage.locator('[data-plane]');
      expect(await planes.evaluateAll((all) => all.map((each) => (each as HTMLElement).dataset['numbers']))).toEqual(
        Array.from({ length: 4 }, () => 'true'),
      );
      expect(await montage.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)).toBe(0);
      expect(await montage.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
    },
  );

  test('the range of the colours can be chosen under a map, and taken back', async () => {
    const { page } = await open(convolution);
    const bar = page.locator('[data-map=x] [data-action=scale]');
    const own = await bar.getAttribute('aria-label');
    await bar.click();
    await page.locator('[data-map=x] [data-action=scale-max]').fill('300');
    expect(await bar.getAttribute('aria-label')).not.toBe(own);
    await page.locator('[data-map=x] [data-action=resetScale]').click();
    expect(await bar.getAttribute('aria-label')).toBe(own);
  });

  test('another theme is drawn in its colours', async () => {
    const { page } = await open(convolution);
    const pixel = (): Promise<number> =>
      page.locator('[data-map=z] .map-surface canvas').evaluate((canvas) => {
        const context = (canvas as HTMLCanvasElement).getContext('2d')!;
        return context.getImageData(canvas.clientWidth * 2 - 12, canvas.clientHeight * 2 - 12, 1, 1).data[0]!;
      });
    expect(await pixel()).toBeLessThan(60);
    await page.evaluate((theme) => window.applyTheme(theme), themes.light);
    await expect.poll(pixel).toBeGreaterThan(200);
  });
});

describe('playing with 100 ms each way', () => {
  test('every step is drawn, in order, and the next frames are here before they are due', async () => {
    const { page } = await open({ ...convolution, delay: 100, preferences: { speed: 30 } });
    await page.evaluate(() => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      new MutationObserver(() => seen.push(document.body.dataset.t ?? '')).observe(document.body, {
        attributeFilter: ['data-t'],
      });
    });
    await page.locator('[data-action=play]').click();
    await expect.poll(() => stepOf(page), { timeout: 100_000 }).toBeGreaterThan(90);
    const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
    expect(seen).toEqual(Array.from({ length: seen.length }, (_, index) => String(index + 1)));
    const wanted = await page.evaluate(() => window.posted.filter(({ type }) => type === 'wantFrames').length);
    expect(wanted).toBeLessThan(15);
  });
});

describe('recovering', () => {
  test('a reload gives back the memento and comes to the same step', async () => {
    const { page } = await open(convolution);
    await page.locator('input[data-action=seek]').fill('37');
    await ready(page);
    await page.reload();
    expect(await stepOf(page)).toBe(37);
    expect(await page.evaluate(() => window.posted[0]!.type)).toBe('restore');
  });
});
