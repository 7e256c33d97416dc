/** Painting its maps is what opening a layer takes longest for: each new map is painted once. */
import { expect, test } from 'vitest';
import { ready } from '../harness/PanelPage';
import { course } from '../harness/sceneTexts';
import { usePanel } from '../harness/usePanel';

const open = usePanel();

interface Counting {
  readonly painted: Map<HTMLCanvasElement, number>;
}

test('another pass of a layer paints each of its new maps once', async () => {
  const { page } = await open({ text: course('conv_forward'), purpose: 'conv' });
  await page.evaluate(() => {
    const painted: Counting['painted'] = new Map();
    Object.assign(window, { painted });
    // Set once by each painting of the numbers.
    const baseline = Object.getOwnPropertyDescriptor(CanvasRenderingContext2D.prototype, 'textBaseline')!;
    Object.defineProperty(CanvasRenderingContext2D.prototype, 'textBaseline', {
      ...baseline,
      set(this: CanvasRenderingContext2D, value: CanvasTextBaseline) {
        painted.set(this.canvas, (painted.get(this.canvas) ?? 0) + 1);
        baseline.set!.call(this, value);
      },
    });
  });
  await page.locator('[data-field=pass] [data-value=backward]').click();
  await page.locator('[data-map=dXpad]').waitFor();
  await ready(page);
  const counts = await page.evaluate(() =>
    [...(window as unknown as Counting).painted].map(([canvas, times]): [string, number] => [
      canvas.closest<HTMLElement>('[data-map]')?.dataset['map'] ?? '',
      times,
    ]),
  );
  expect(Object.fromEntries(counts)).toMatchObject({ dZ: 1, dXpad: 1, dW: 1, db: 1 });
});
