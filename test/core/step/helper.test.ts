/** The course's helpers under their own names: only what they have, and values computed by hand or by the core's own functions. */
import { describe, expect, test } from 'vitest';
import type { NdArray } from '../../../core';
import { createMaskFromWindow, convSingleStep, distributeValue } from '../../../core/layer/course';
import { createStepper } from '../../../core/step/createStepper';
import type { Frame, MapView, Span } from '../../../core/step/Frame';
import type { Layer } from '../../../core/step/Layer';
import { mapsOf } from '../../../core/step/shared/stage';
import type { View } from '../../../core/step/Stepper';

const view: View = { channel: 1, filter: 0, granularity: 'window' };
const array = (shape: number[], value: (k: number) => number): NdArray => ({
  shape,
  data: Float64Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, k) => value(k)),
});
const mapOf = (frame: Frame, id: string): MapView => mapsOf(frame.stage).find((map) => map.id === id)!;

/** All texts of spans, with numbers as `#`. */
function plain(spans: readonly Span[]): string {
  return spans
    .map((span) => {
      if (span.kind === 'text') return span.text;
      if (span.kind === 'message') return `<${span.message.text}>`;
      return span.kind === 'number' ? '#' : plain(span.spans);
    })
    .join('');
}

describe('conv_single_step of a (3, 2, 2) slice', () => {
  const slice = array([1, 3, 2, 2], (k) => ((k * 5) % 7) - 2.5);
  const w = array([3, 2, 2, 1], (k) => (k % 4) - 1.25);
  const b = array([1, 1, 1, 1], () => 0.75);
  const layer: Layer = { kind: 'conv', pass: 'forward', helper: 'conv_single_step', x: slice, w, b, options: {} };
  const stepper = createStepper(layer, { x: 'a_slice_prev', w: 'W', b: 'b' });
  const frame = stepper.frame(0, view);

  test('has its own sentence, code and value, without example and filter', () => {
    expect(plain(stepper.sentence)).toBe('conv_single_step  a_slice_prev (3, 2, 2) ⊙ W (3, 2, 2) + b → Z');
    expect(stepper.listings.map(({ id }) => id)).toEqual(['loop', 'numpy', 'formula']);
    expect(stepper.listings.map(({ title }) => title.text)).toEqual(['Steps', 'NumPy', 'Formula']);
    const own = { shape: [3, 2, 2], data: slice.data };
    const expected = convSingleStep(own, { shape: [3, 2, 2], data: w.data }, b);
    expect(mapOf(frame, 'z').values[0]).toBeCloseTo(expected, 12);
    expect(frame.stage.flatMap(({ aside }) => aside)).toEqual([]);
    expect(mapOf(frame, 'z').index).toBeUndefined();
    expect([mapOf(frame, 'x').index, mapOf(frame, 'w').index]).toEqual(['[…, 1]', '[…, 1]']);
    expect(plain(frame.announcement.spans)).toBe('Z = #');
  });

  test('cells are explained under their own indices', () => {
    expect(plain(stepper.explain({ map: 'x', row: 2, col: 1 }, 0, view)!.title.spans)).toContain(
      'a_slice_prev[2, 1, 1]',
    );
    expect(plain(stepper.explain({ map: 'w', row: 0, col: 1 }, 0, view)!.title.spans)).toContain('W[0, 1, 1]');
    expect(plain(stepper.explain({ map: 'z', row: 0, col: 0 }, 0, view)!.title.spans)).toMatch(/^Z\b(?!\[)/);
  });

  test('is stepped by product, channel or as a whole', () => {
    expect(stepper.timeline('window')).toMatchObject({ count: 1, granularities: ['product', 'channel', 'window'] });
    expect(stepper.timeline('product').count).toBe(12);
  });
});

test('create_mask_from_window of a (2, 3) window with a tie: x, the mask and the maximum, no gradient', () => {
  const x = array([1, 2, 3, 1], (k) => [1, 4, 2, 4, 0, -3][k]!);
  const options = { mode: 'max', kernel: [2, 3], stride: 1, padding: 0 } as const;
  const layer: Layer = {
    kind: 'pool',
    pass: 'backward',
    helper: 'create_mask_from_window',
    x,
    dZ: array([1, 1, 1, 1], () => 1),
    options,
  };
  const stepper = createStepper(layer, { x: 'x' });
  const frame = stepper.frame(0, view);
  expect(plain(stepper.sentence)).toBe('create_mask_from_window  x (2, 3) → mask (2, 3)');
  expect(mapsOf(frame.stage).map(({ id }) => id)).toEqual(['x', 'mask']);
  expect([...mapOf(frame, 'mask').values]).toEqual([...createMaskFromWindow({ shape: [2, 3], data: x.data }).data]);
  expect(plain(frame.stage[0]!.lines[0]!.spans)).toBe('max(x) = #   <{0} cells tie>');
  expect(plain(stepper.explain({ map: 'x', row: 1, col: 0 }, 0, view)!.title.spans)).toBe('x[1, 0] = #');
  expect(stepper.listings[0]!.text).toBe('mask = (x == np.max(x))');
});

function distributing(value: number): Layer {
  const options = { mode: 'average', kernel: [2, 3], stride: 1, padding: 0 } as const;
  const [x, dZ] = [array([1, 2, 3, 1], () => 0), array([1, 1, 1, 1], () => value)];
  return { kind: 'pool', pass: 'backward', helper: 'distribute_value', x, dZ, options };
}

test('distribute_value: a whole value is written in the line as in its cell', () => {
  const { stage } = createStepper(distributing(2)).frame(0, view);
  const value = stage[0]!.lines[0]!.spans.find(({ kind }) => kind === 'term');
  expect(value).toMatchObject({ spans: [{ value: 2, integer: true }] });
});

test('distribute_value of −1.5 over (2, 3): the value and its shares', () => {
  const stepper = createStepper(distributing(-1.5));
  const frame = stepper.frame(0, view);
  expect(plain(stepper.sentence)).toBe('distribute_value  dz, shape (2, 3) → a (2, 3)');
  expect(mapsOf(frame.stage).map(({ title }) => title)).toEqual(['dz', 'a']);
  expect([...mapOf(frame, 'z').values]).toEqual([...distributeValue(-1.5, [2, 3]).data]);
  expect(plain(frame.stage[0]!.lines[0]!.spans)).toBe('dz / (n_H · n_W) = # / (2 · 3) = #');
});
