/** Maps of 512×512: zooming and moving them, the window kept in view, every step drawn while playing, what has left comes back. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { everything } from '../../everything';
import { ready } from '../harness/PanelPage';
import { cellOf, seenOf, stepOf, usePanel, type Seen } from '../harness/usePanel';

const open = usePanel();

const side = 512;
const rows = Array.from({ length: side }, (_, row) =>
  Array.from({ length: side }, (__, col) => ((row * 7 + col * 13) % 101) - 50),
);
const text = `X = ${JSON.stringify(rows)}\n`;
const scenes = [
  { name: 'pooling', purpose: 'pool', text: `${text}hparameters = {"stride": 1, "f": 3}\n` },
  { name: 'convolution', purpose: 'conv', text },
] as const;

function holds(seen: Seen | undefined, row: number, col: number): boolean {
  if (!seen) return true;
  return row >= seen.row && col >= seen.col && row + 1 <= seen.row + seen.rows && col + 1 <= seen.col + seen.cols;
}

async function seek(page: Page, t: number): Promise<void> {
  await page.locator('input[data-action=seek]').fill(String(t));
  await ready(page);
}

describe.each(scenes)('$name of 512×512', ({ purpose, text: source, name }) => {
  test('every step is drawn in order while playing; steps far apart are right, and the first one is again', async () => {
    const { page, problems } = await open({ text: source, purpose, preferences: { speed: 30 } });
    await page.evaluate(() => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      new MutationObserver(() => seen.push(document.body.dataset.t ?? '')).observe(document.body, {
        attributeFilter: ['data-t'],
      });
    });
    const first = await cellOf(page, 'z', 0, 0);
    await page.locator('[data-action=play]').click();
    await expect.poll(() => stepOf(page), { timeout: 100_000 }).toBeGreaterThan(40);
    await page.locator('[data-action=play]').click();
    const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
    expect(seen.slice(0, 40)).toEqual(Array.from({ length: 40 }, (_, index) => String(index + 1)));

    for (let jump = 1; jump <= 12; jump++) await seek(page, jump * 20_000);
    await seek(page, 0);
    expect(await stepOf(page)).toBe(0);
    expect(await cellOf(page, 'z', 0, 0)).toBe(first);
    expect(await cellOf(page, 'z', 0, 1)).toBe('');
    expect(problems, name).toEqual([]);
  });

  // Maps are zoomed alike in all layers.
  test.runIf(everything || purpose === 'pool')(
    'keys, wheel, drag and pinch zoom and move; the window of the step stays in view',
    async () => {
      const { page } = await open({ text: source, purpose });
      const surface = page.locator('[data-map=x] .map-surface');
      expect(await seenOf(page, 'x')).toBe(undefined);
      await surface.focus();
      await page.keyboard.press('1');
      const close = (await seenOf(page, 'x'))!;
      expect(close.cols).toBeLessThan(20);
      expect(close.cols / close.rows).toBeCloseTo(1, 1);
      await page.keyboard.press('-');
      expect((await seenOf(page, 'x'))!.cols).toBeGreaterThan(close.cols);
      await page.keyboard.press('0');
      expect(await seenOf(page, 'x')).toBe(undefined);

      await page.locator('[data-map=x] [data-action=close]').click();
      expect((await seenOf(page, 'x'))!.cols).toBeCloseTo(close.cols, 1);
      await page.locator('[data-map=x] [data-action=fit]').click();
      expect(await seenOf(page, 'x')).toBe(undefined);

      const box = (await surface.boundingBox())!;
      await page.mouse.move(box.x + 60, box.y + 40);
      for (let turn = 0; turn < 8; turn++) await page.mouse.wheel(0, -240);
      await expect.poll(async () => (await seenOf(page, 'x'))?.cols ?? side).toBeLessThan(100);
      const wheeled = (await seenOf(page, 'x'))!;
      await page.mouse.down();
      await page.mouse.move(box.x + 20, box.y + 20, { steps: 4 });
      await page.mouse.up();
      const dragged = (await seenOf(page, 'x'))!;
      expect(dragged.col).toBeGreaterThan(wheeled.col);
      expect(dragged.row).toBeGreaterThan(wheeled.row);
      expect(dragged.cols).toBeCloseTo(wheeled.cols, 1);
      expect(await page.locator('[data-map=x]').getAttribute('data-pinned')).toBe(null);

      for (const t of [200, 509, 510 * 100 + 300, 0]) {
        await seek(page, t);
        expect(holds(await seenOf(page, 'x'), Math.floor(t / 510), t % 510), `step ${t}`).toBe(true);
      }
      await pinch(page, box.x + box.width / 2, box.y + box.height / 2, 20, 60);
      expect((await seenOf(page, 'x'))!.cols).toBeLessThan(dragged.cols);
    },
  );
});

/** Two fingers move apart. */
async function pinch(page: Page, x: number, y: number, from: number, to: number): Promise<void> {
  await page.locator('[data-map=x] .map-surface').evaluate(
    (surface, [centreX, centreY, start, end]) => {
      const finger = (type: string, pointerId: number, offset: number): void => {
        const place = { clientX: centreX! + offset, clientY: centreY! };
        surface.dispatchEvent(
          new PointerEvent(type, {
            ...place,
            pointerId,
            pointerType: 'touch',
            bubbles: true,
            isPrimary: pointerId === 11,
          }),
        );
      };
      finger('pointerdown', 11, -start!);
      finger('pointerdown', 12, start!);
      finger('pointermove', 11, -end!);
      finger('pointermove', 12, end!);
      finger('pointerup', 11, -end!);
      finger('pointerup', 12, end!);
    },
    [x, y, from, to],
  );
}
