/** What moves between two steps, and what is repainted. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { ready } from '../harness/PanelPage';
import { seekTo } from '../harness/sceneSteps';
import { course } from '../harness/sceneTexts';
import { stepOf, usePanel } from '../harness/usePanel';

const open = usePanel();
const convolution = { text: course('conv_forward'), purpose: 'conv' } as const;

interface Seen {
  /** Maps that were painted. */
  readonly painted: string[];
  /** Frames that moved between maps. */
  moving: number;
  /** Properties that moved: only `transform` and `opacity` need no layout and no painting. */
  readonly animated: string[];
}

/** Notes from now on what is painted and what moves. */
async function observe(page: Page): Promise<() => Promise<Seen>> {
  await page.evaluate(() => {
    const seen: Seen = { painted: [], moving: 0, animated: [] };
    const animate = (name: string): void => {
      if (!seen.animated.includes(name)) seen.animated.push(name);
    };
    const ofFrame = ['offset', 'computedOffset', 'easing', 'composite'];
    Object.assign(window, { seen });
    const { prototype } = CanvasRenderingContext2D;
    const original = Object.getOwnPropertyDescriptor(prototype, 'fillRect')!.value as (...all: number[]) => void;
    prototype.fillRect = function (...rectangle) {
      const map = this.canvas.closest<HTMLElement>('[data-map]')?.dataset.map;
      if (map && !seen.painted.includes(map)) seen.painted.push(map);
      original.apply(this, rectangle);
    };
    new MutationObserver((changes) => {
      for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
        seen.moving++;
        for (const { effect } of (node as Element).getAnimations()) {
          const frames = effect instanceof KeyframeEffect ? effect.getKeyframes() : [];
          frames.flatMap((frame) => Object.keys(frame)).forEach((name) => ofFrame.includes(name) || animate(name));
        }
      }
    }).observe(document.querySelector('.flow-layer')!, { childList: true });
    document
      .querySelector('.stage')!
      .addEventListener('transitionrun', (event) => animate((event as TransitionEvent).propertyName));
  });
  return () => page.evaluate(() => (window as unknown as { seen: Seen }).seen);
}

const place = (page: Page) =>
  page.locator('[data-map=x] .mark-window').evaluate((mark) => (mark as HTMLElement).style.transform);

test('a step of eight filters of one window paints products, filter and Z, not the input', async () => {
  const { page } = await open(convolution);
  const seen = await observe(page);
  await page.keyboard.press('ArrowRight');
  expect(await stepOf(page)).toBe(1);
  const { painted } = await seen();
  expect(painted).toContain('products');
  expect(painted).not.toContain('x');
});

test('the window moves without painting the input’s values', async () => {
  const { page } = await open(convolution);
  const before = await place(page);
  const seen = await observe(page);
  await page.locator('input[data-action=seek]').fill('8');
  await ready(page);
  expect(await place(page)).not.toBe(before);
  expect((await seen()).painted).not.toContain('x');
});

test('in cells that have numbers in the window only, a step paints these above the values, where the window is', async () => {
  const text = 'import numpy as np\nX = np.sin(np.arange(576)).reshape(24, 24)\nhparameters = {"stride": 1, "f": 3}\n';
  const { page } = await open({ text, purpose: 'pool', width: 1600, height: 900 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const numbers = page.locator('[data-map=x] .window-numbers');
  const pixels = () =>
    numbers.evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      return data.filter((opacity, index) => index % 4 === 3 && opacity > 0).length;
    });
  const before = await numbers.evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
  const seen = await observe(page);
  await page.keyboard.press('ArrowRight');
  expect(await stepOf(page)).toBe(1);
  expect((await seen()).painted).toContain('z');
  expect((await seen()).painted).not.toContain('x');
  expect(await numbers.evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL())).not.toBe(before);
  expect(await pixels()).toBeGreaterThan(9 * 20);
  const [drawn, outline] = await Promise.all([
    numbers.boundingBox(),
    page.locator('[data-map=x] .mark-window').boundingBox(),
  ]);
  const centre = ({ x, width, y, height }: NonNullable<typeof drawn>): number[] => [x + width / 2, y + height / 2];
  expect(Math.hypot(...centre(drawn!).map((at, axis) => at - centre(outline!)[axis]!))).toBeLessThan(2);
});

test('after a slow step, each product moves into the ladder and the total into Z; nothing is left of it', async () => {
  const { page } = await open(convolution);
  const seen = await observe(page);
  const now = (): Promise<number> => page.evaluate(() => performance.now());
  const drawn = await now();
  await expect.poll(now).toBeGreaterThan(drawn + 900);
  await page.keyboard.press('ArrowRight');
  expect(await stepOf(page)).toBe(1);
  const { moving, animated } = await seen();
  expect(moving).toBe(9 + 1);
  expect([...animated].sort()).toEqual(['opacity', 'transform']);
  await expect.poll(() => page.locator('.flow-layer > i').count()).toBe(0);
});

test('with reduced motion, and for a jump, nothing moves', async () => {
  const { page } = await open(convolution);
  const seen = await observe(page);
  await page.locator('input[data-action=seek]').fill('40');
  await ready(page);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.keyboard.press('ArrowRight');
  expect(await stepOf(page)).toBe(41);
  expect((await seen()).moving).toBe(0);
});

/** Counts how often the page has been laid out. */
async function layoutCounter(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'LayoutCount')!.value;
  };
}

test('maps are painted before they are in the page: opening lays it out at most seven times, whatever the number of maps', async () => {
  const { page } = await open({ text: course('conv_backward'), purpose: 'conv' });
  const layouts = await layoutCounter(page);
  const before = await layouts();
  await open({ text: course('conv_backward'), purpose: 'conv' }, page);
  expect((await layouts()) - before).toBeLessThanOrEqual(7);
});

test('a step reads sizes before it writes: the page is laid out for it at most three times, whatever the number of maps', async () => {
  const { page } = await open({ text: course('conv_backward'), purpose: 'conv' });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await seekTo(0.03)(page);
  const layouts = await layoutCounter(page);
  const steps = 20;
  const before = await layouts();
  for (let step = 0; step < steps; step++) {
    await page.locator('[data-action=forward]').evaluate((button) => (button as HTMLElement).click());
    await ready(page);
  }
  expect(((await layouts()) - before) / steps).toBeLessThanOrEqual(3);
});
