import { describe, expect, test } from 'vitest';
import { CellKind, type MapView, type Scale } from '../../../core/step/Frame';
import { distributionOf, sharedScale, withEnd } from '../../../webview/heatmap/histogram/distribution';

const signed: Scale = { kind: 'diverging', min: -2, max: 2 };

function map(values: number[], scale: Scale, more: Partial<MapView> = {}): MapView {
  const base = { id: 'x', title: 'x', rows: 1, cols: values.length, boxes: [], notes: [] };
  return { ...base, values: new Float64Array(values), scale, ...more };
}

describe('distributionOf', () => {
  test('counts what is computed and finite, over the scale', () => {
    const { min, max, counts } = distributionOf(map([-2, -1, 0, 0.5, 1.9, 2, NaN, Infinity], signed), signed, 4);
    expect([min, max]).toEqual([-2, 2]);
    expect(counts).toEqual([1, 1, 2, 2]);
  });

  test('padding and empty cells do not count', () => {
    const cells = new Uint8Array([CellKind.Padding, CellKind.Empty, CellKind.Data]);
    expect(distributionOf(map([0, 1, 1], signed, { cells }), signed, 2).counts).toEqual([0, 1]);
  });

  test('numbers beyond the scale widen it', () => {
    expect(distributionOf(map([9], signed), signed, 2)).toMatchObject({ min: -2, max: 9 });
  });
});

describe('sharedScale', () => {
  test('covers every map but masks, symmetric when one is signed', () => {
    const positive: Scale = { kind: 'sequential', min: 0, max: 5 };
    expect(sharedScale([map([], signed), map([], positive)])).toEqual({ kind: 'diverging', min: -5, max: 5 });
    const mask = map([], { kind: 'sequential', min: 0, max: 90 }, { id: 'mask' });
    expect(sharedScale([map([], positive), mask])).toEqual(positive);
    expect(sharedScale([mask])).toBeUndefined();
  });
});

describe('withEnd', () => {
  test('a diverging scale stays centred on 0', () => {
    expect(withEnd(signed, 'min', -0.5)).toEqual({ kind: 'diverging', min: -0.5, max: 0.5 });
    expect(withEnd(signed, 'max', 0)).toBeUndefined();
  });

  test('the ends of a sequential scale do not cross', () => {
    const scale: Scale = { kind: 'sequential', min: 0, max: 5 };
    expect(withEnd(scale, 'min', 4)).toEqual({ kind: 'sequential', min: 4, max: 5 });
    expect(withEnd(scale, 'max', -1)).toBeUndefined();
  });
});
