/** What played steps have taken is given back: the page with its session returns to within 10 % of the start. */
import type { CDPSession, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { runsOf } from '../../everything';
import { course } from '../harness/sceneTexts';
import { usePanel } from '../harness/usePanel';

const open = usePanel();

/** `LAYER_LENS_LARGE` plays the 10,000 steps that issue 13 names; a part of them shows what grows with each step. */
const steps = process.env['LAYER_LENS_LARGE'] === undefined ? runsOf(1000) : 10_000;

interface Taken {
  /** Bytes of the page's JavaScript. */
  readonly JSHeapUsedSize: number;
  /** Elements and texts, also those that are not in the document any more. */
  readonly Nodes: number;
  readonly JSEventListeners: number;
}

async function taken(session: CDPSession): Promise<Taken> {
  // What a first collection finalises, a second one frees.
  for (let turn = 0; turn < 3; turn++) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value])) as unknown as Taken;
}

/** Moves forward step by step, each drawn before the next, and from the last step to the first. */
function play(page: Page, count: number): Promise<void> {
  return page.evaluate(async (left) => {
    const { body } = document;
    const last = Number(document.querySelector<HTMLInputElement>('input[data-action=seek]')!.max);
    const drawn = (t: number) =>
      new Promise<void>((resolve) => {
        const isDrawn = () => body.dataset['t'] === String(t) && body.dataset['ready'] === 'true';
        if (isDrawn()) return resolve();
        const observer = new MutationObserver(() => {
          if (!isDrawn()) return;
          observer.disconnect();
          resolve();
        });
        observer.observe(body, { attributes: true });
      });
    for (let k = 0; k < left; k++) {
      const t = Number(body.dataset['t']);
      const key = t < last ? 'ArrowRight' : 'Home';
      body.dispatchEvent(new KeyboardEvent('keydown', { key, code: key, bubbles: true, cancelable: true }));
      await drawn(t < last ? t + 1 : 0);
      // The record of this page alone; a panel keeps none.
      window.posted.length = 0;
    }
  }, count);
}

test(`${steps} steps`, async () => {
  const { page } = await open({ text: course('conv_forward'), purpose: 'conv' });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await session.send('HeapProfiler.enable');
  await play(page, 200);
  const before = await taken(session);
  await play(page, steps);
  const after = await taken(session);
  console.log(
    `${steps} steps: ${JSON.stringify([before, after].map(({ JSHeapUsedSize, Nodes, JSEventListeners }) => [JSHeapUsedSize, Nodes, JSEventListeners]))}`,
  );
  for (const name of ['JSHeapUsedSize', 'Nodes', 'JSEventListeners'] as const)
    expect(after[name], name).toBeLessThan(1.1 * before[name]);
}, 600_000);
