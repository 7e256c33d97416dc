/** The equations of a step: their items, their lines and the ladder of a sum. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createStepper, type Granularity, type NdArray, type View } from '../../../core';
import { mapsOf, stageItems } from '../../../core/step/shared/stage';
import { arbitraryLayer } from './arbitraryLayer';

const view: View = { channel: 0, filter: 0, granularity: 'window' };
const granularities: Granularity[] = ['product', 'channel', 'window', 'filter', 'row', 'example'];

describe('the rows of a step', () => {
  it('conv_forward of one channel without a bias: 2×3 input, 2×2 filter, four products and one result', () => {
    const x = { shape: [1, 2, 3, 1], data: Float64Array.of(3, 1, 4, 2, 6, 5) };
    const w = { shape: [2, 2, 1, 1], data: Float64Array.of(1, 0, 0, -1.5) };
    const { stage } = createStepper({ kind: 'conv', pass: 'forward', x, w, options: {} }).frame(0, view);
    expect(stage).toHaveLength(1);
    const [line] = stage[0]!.lines;
    expect(line!.spans.filter(({ kind }) => kind === 'term')).toHaveLength(4);
    expect(line!.spans.at(-1)).toEqual({ kind: 'number', value: -6, tone: 'result' });
  });

  it('have the same items and numbers of lines at every step, so that the layout does not move', () => {
    fc.assert(
      fc.property(arbitraryLayer, fc.constantFrom(...granularities), fc.nat(), fc.nat(), (layer, granularity, a, b) => {
        const stepper = createStepper(layer);
        const looked: View = { channel: a % stepper.channels, filter: b % stepper.loop.c, granularity };
        const { count } = stepper.timeline(granularity);
        const form = (t: number): unknown =>
          stepper
            .frame(t, looked)
            .stage.map(({ id, items, lines }) => [
              id,
              lines.length,
              items.map((item) =>
                item.kind === 'map'
                  ? [item.map.id, item.map.rows, item.map.cols, item.map.notes.length, item.map.changes !== undefined]
                  : item.kind === 'ladder'
                    ? [item.ladder.rows.length, item.ladder.rows.filter(({ window }) => window).length]
                    : item.glyph,
              ),
            ]);
        // The last step of an example may be one of its own: un-padding, adding the bias.
        const isTail = (t: number): boolean =>
          (layer.kind === 'convTranspose' || layer.kind === 'conv') && (t + 1) % (count / stepper.loop.i) === 0;
        const [first, second] = [a % count, b % count];
        if (!isTail(first) && !isTail(second)) expect(form(first)).toEqual(form(second));
      }),
      { numRuns: 60 },
    );
  });

  it('a ladder’s addends add up to its total: 2×5×7×9 input, 3×3 filter, bias', () => {
    const random = (shape: number[]): NdArray => ({
      shape,
      data: Float64Array.from({ length: shape.reduce((x, y) => x * y, 1) }, (_, k) => Math.sin(k * 7.3)),
    });
    const layer = {
      x: random([2, 5, 7, 9]),
      w: random([3, 3, 9, 2]),
      b: random([1, 1, 1, 2]),
      options: { padding: 1 },
    };
    const stepper = createStepper({ kind: 'conv', pass: 'forward', ...layer });
    for (const channel of [0, 4, 8]) {
      const { stage } = stepper.frame(31, { ...view, channel });
      const ladder = stageItems(stage).flatMap((item) => (item.kind === 'ladder' ? [item.ladder] : []))[0]!;
      expect(ladder.rows).toHaveLength(7);
      expect(ladder.rows.filter(({ selected }) => selected).map((row) => row.channel ?? channel)).toEqual([channel]);
      const products = mapsOf(stage).find(({ id }) => id === 'products')!;
      expect(products.sum).toEqual({ value: ladder.rows.find(({ selected }) => selected)!.sum!.value });
      const sum = ladder.rows.reduce((total, { sum: addend }) => total + addend!.value, 0);
      expect(sum).toBeCloseTo(ladder.total.value!, 12);
      expect(ladder.rows.at(-1)!.sum!.to).toBeCloseTo(ladder.total.value!, 12);
    }
  });

  it('the products of a channel have the sum so far, those of the only channel have none', () => {
    const sumOf = (channels: number, t: number): unknown => {
      const x = { shape: [1, 2, 2, channels], data: new Float64Array(4 * channels).fill(2) };
      const w = { shape: [2, 2, channels, 1], data: new Float64Array(4 * channels).fill(3) };
      const stepper = createStepper({ kind: 'conv', pass: 'forward', x, w, options: {} });
      const { stage } = stepper.frame(t, { ...view, channel: channels - 1, granularity: 'product' });
      return mapsOf(stage).find(({ id }) => id === 'products')!.sum;
    };
    expect([3, 4, 7].map((t) => sumOf(2, t))).toEqual([{ value: 24 }, { value: 6 }, { value: 24 }]);
    expect(sumOf(1, 3)).toBeUndefined();
  });
});
