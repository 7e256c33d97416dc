/** Sizes that are the same over all steps of a layer. */
import { expect, test, vi } from 'vitest';
import { createStepper, type NdArray } from '../../../core';
import type { Appearance } from '../../../webview/heatmap/MapEvents';
import { rowSizes } from '../../../webview/stage/itemSizes';

vi.mock('../../../webview/ui/textWidth', () => ({
  textWidth: (text: string, font: string) => text.length * 0.602 * Number(/(\d+)px/.exec(font)![1]),
}));

const appearance = { precision: 2, showPadding: true, theme: {} } as unknown as Appearance;
const ones = (...shape: number[]): NdArray => ({
  shape,
  data: Float64Array.from({ length: shape.reduce((x, y) => x * y, 1) }, (_, index) => index % 7),
});

test.each(['forward', 'backward'] as const)('twelve filters, %s: from filter 9 to 10 no size changes', (pass) => {
  const layer = {
    kind: 'conv',
    pass,
    x: ones(1, 4, 4, 2),
    w: ones(2, 2, 2, 12),
    dZ: ones(1, 3, 3, 12),
    options: {},
  } as const;
  const stepper = createStepper(layer);
  const sizes = (t: number, digits?: number): unknown =>
    rowSizes(stepper.frame(t, { channel: 0, filter: 0, granularity: 'window' }).stage, appearance, true, digits);
  expect(sizes(10, 2)).toEqual(sizes(9, 2));
  expect(sizes(10)).not.toEqual(sizes(9));
});
