/** Any layer at any two steps, in any panel: one layout. */
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { createStepper, type Granularity, type NdArray, type View } from '../../../core';
import type { StageRow } from '../../../core/step/Frame';
import type { Appearance } from '../../../webview/heatmap/MapEvents';
import { fitAboveCode } from '../../../webview/layout/fitAboveCode';
import { rowSizes } from '../../../webview/stage/itemSizes';
import { fitForms } from '../../../webview/stage/lowerStages';
import { arbitraryLayer } from '../../core/step/arbitraryLayer';
import { runsOf } from '../../everything';

/** Widths of monospaced text: there is no canvas here. */
vi.mock('../../../webview/ui/textWidth', () => ({
  textWidth: (text: string, font: string) => text.length * 0.602 * Number(/(\d+)px/.exec(font)![1]),
}));

const appearance = { precision: 2, showPadding: true, theme: {} } as unknown as Appearance;
const granularity = fc.constantFrom<Granularity>('product', 'channel', 'window', 'filter', 'row', 'example');
const width = fc.integer({ min: 290, max: 2520 });
const height = fc.integer({ min: 120, max: 1340 });

test('the steps of any layer have one layout: it is a function of the layer and of the panel’s size', () => {
  fc.assert(
    fc.property(arbitraryLayer, granularity, fc.nat(), fc.nat(), width, height, (layer, each, ...numbers) => {
      const [a, b, available, high] = numbers;
      const stepper = createStepper(layer);
      const view: View = { channel: a % stepper.channels, filter: b % stepper.loop.c, granularity: each };
      const { count } = stepper.timeline(each);
      // The last step of an example may be one of its own: un-padding, adding the bias.
      const isTail = (t: number): boolean => (t + 1) % (count / stepper.loop.i) === 0;
      const steps = [a % count, b % count].filter((t) => !isTail(t));
      const isNarrow = available < 900;
      const sizesOf = (stage: readonly StageRow[]) => rowSizes(stage, appearance, isNarrow);
      const layouts = steps.map((t) =>
        fitForms(stepper.frame(t, view).stage, sizesOf, (sizes) => fitAboveCode(sizes, available, high, 300, isNarrow)),
      );
      for (const layout of layouts) expect(layout).toEqual(layouts[0]);
    }),
    { numRuns: runsOf(1000) },
  );
});

test('a step of a pooling that changes no cell has the layout of those that do', () => {
  const ones = (rows: number, cols: number): NdArray => ({
    shape: [1, rows, cols, 1],
    data: new Float64Array(rows * cols).fill(1),
  });
  const options = {
    mode: 'average',
    kernel: [2, 2],
    stride: [1, 1],
    padding: 1,
    ties: 'all',
    ceilMode: false,
  } as const;
  const stepper = createStepper({ kind: 'pool', pass: 'backward', x: ones(4, 3), dZ: ones(5, 4), options });
  const [padding, data] = [0, 10].map((t) => {
    const { stage } = stepper.frame(t, { channel: 0, filter: 0, granularity: 'product' });
    return rowSizes(stage, appearance, true);
  });
  expect(padding).toEqual(data);
});
