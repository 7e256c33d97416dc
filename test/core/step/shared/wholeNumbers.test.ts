import { describe, expect, it } from 'vitest';
import { createStepper, type NdArray, type Stepper, type View } from '../../../../core';
import { mapsOf } from '../../../../core/step/shared/stage';
import { areWhole } from '../../../../core/step/shared/scale';

const view: View = { channel: 0, filter: 0, granularity: 'window' };

function ramp(step: number, ...shape: number[]): NdArray {
  const size = shape.reduce((product, extent) => product * extent, 1);
  return { shape, data: Float64Array.from({ length: size }, (_, index) => index * step) };
}

/** Maps whose numbers are shown without decimals. */
function wholeMaps(stepper: Stepper): string[] {
  return mapsOf(stepper.frame(0, view).stage).flatMap(({ id, integers }) => (integers ? [id] : []));
}

describe('maps of whole numbers', () => {
  it('are those of an integer input, an integer filter and what follows from them', () => {
    const x = ramp(1, 1, 3, 4, 1);
    const whole = createStepper({ kind: 'conv', pass: 'forward', x, w: ramp(2, 2, 2, 1, 1), options: {} });
    expect(wholeMaps(whole)).toEqual(['x', 'x-window', 'w', 'products', 'z']);
    const half = createStepper({ kind: 'conv', pass: 'forward', x, w: ramp(0.5, 2, 2, 1, 1), options: {} });
    expect(wholeMaps(half)).toEqual(['x', 'x-window']);
  });

  it('with a bias of 0.5, Z is not one of them', () => {
    const b = { shape: [1, 1, 1, 1], data: Float64Array.of(0.5) };
    const stepper = createStepper({
      kind: 'conv',
      pass: 'forward',
      x: ramp(1, 1, 3, 4, 1),
      w: ramp(2, 2, 2, 1, 1),
      b,
      options: {},
    });
    expect(wholeMaps(stepper)).toEqual(['x', 'x-window', 'w', 'products']);
  });

  it('of the gradients: da_prev needs dZ and W, dW needs dZ and A_prev, db needs dZ', () => {
    const dZ = ramp(3, 1, 2, 3, 1);
    const layer = { kind: 'conv', pass: 'backward', x: ramp(0.5, 1, 3, 4, 1), w: ramp(2, 2, 2, 1, 1), dZ } as const;
    expect(wholeMaps(createStepper({ ...layer, options: {} }))).toEqual([
      'dZ',
      'w',
      'dX',
      'dX-window',
      'dZ-cell',
      'db',
    ]);
  });

  it('a mean of whole numbers is not one, a maximum is', () => {
    const x = ramp(1, 1, 4, 4, 1);
    const options = { kernel: 2, stride: 2 } as const;
    expect(
      wholeMaps(createStepper({ kind: 'pool', pass: 'forward', x, options: { ...options, mode: 'max' } })),
    ).toContain('z');
    expect(
      wholeMaps(createStepper({ kind: 'pool', pass: 'forward', x, options: { ...options, mode: 'average' } })),
    ).not.toContain('z');
  });

  it('of a transposed convolution: Z without a fractional bias, dx of dZ and W, dW of dZ and x', () => {
    const x = ramp(1, 1, 2, 3, 1);
    const layer = { kind: 'convTranspose', x, w: ramp(2, 2, 2, 1, 1), options: { stride: 2 } } as const;
    expect(wholeMaps(createStepper({ ...layer, pass: 'forward' }))).toEqual(['x', 'w', 'z', 'z-window']);
    const half = { ...layer, x: ramp(0.5, 1, 2, 3, 1), dZ: ramp(1, 1, 4, 6, 1) };
    const [gradient, filter] = createStepper({ ...half, pass: 'backward' }).frame(0, view).stage;
    const ids = (row: typeof gradient) =>
      row!.items.flatMap((item) => (item.kind === 'map' && item.map.integers ? [item.map.id] : []));
    expect(ids(gradient)).toEqual(['dZ', 'dZ-window', 'w', 'products', 'dX']);
    expect(ids(filter)).toEqual(['dZ-slice']);
  });

  it('of ReLU: those of its input, and those of the gradient', () => {
    const layer = { kind: 'relu', x: ramp(1, 1, 2, 2, 1) } as const;
    expect(wholeMaps(createStepper({ ...layer, pass: 'forward' }))).toEqual(['x', 'z']);
    const dA = ramp(0.5, 1, 2, 2, 1);
    expect(wholeMaps(createStepper({ ...layer, pass: 'backward', dZ: dA }))).toEqual(['x', 'mask']);
  });

  it('NaN and infinities do not count', () => {
    expect(areWhole(Float64Array.of(1, NaN, -Infinity))).toBe(true);
    expect(areWhole(Float64Array.of(1, 2.5))).toBe(false);
  });
});
