import { describe, expect, it, vi } from 'vitest';
import { conv2d, conv2dBackward, createStepper, RandomState, type MapView, type Scale } from '../../../../core';
import { ConvPlanes } from '../../../../core/step/conv/ConvPlanes';
import { gradientScales } from '../../../../core/step/conv/convScales';
import { mapsOf } from '../../../../core/step/shared/stage';

function scaleOfMap(maps: readonly MapView[], id: string): Scale {
  return maps.find((map) => map.id === id)!.scale;
}

/** The share of numbers that the colours of a scale tell apart. */
function covered(data: ArrayLike<number>, { min, max }: Scale): number {
  return Array.from(data).filter((value) => value >= min && value <= max).length / data.length;
}

function largest(data: ArrayLike<number>): number {
  return Array.from(data).reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

describe('scales of a layer too large to compute for them', () => {
  const random = new RandomState(3);
  const x = random.randn(4, 40, 36, 6);
  const w = random.randn(3, 3, 6, 10);
  const b = random.randn(1, 1, 1, 10);
  const dZ = random.randn(4, 40, 36, 10);
  const options = { padding: 1 };
  const view = { channel: 0, filter: 0, granularity: 'window' as const };
  const mapsIn = (pass: 'forward' | 'backward'): readonly MapView[] =>
    mapsOf(createStepper({ kind: 'conv', pass, x, w, b, dZ, options }).frame(0, view).stage);

  it('cover nearly all of Z, and not much more', () => {
    const z = conv2d(x, w, b, options);
    const scale = scaleOfMap(mapsIn('forward'), 'z');
    expect(covered(z.data, scale)).toBeGreaterThan(0.999);
    expect(scale.max).toBeLessThan(3 * largest(z.data));
  });

  it('cover nearly all of the gradients, and not much more', () => {
    const { dX, dW, db } = conv2dBackward(dZ, x, w, options);
    const maps = mapsIn('backward');
    for (const [id, { data }] of [
      ['dXpad', dX],
      ['dW', dW],
      ['db', db],
    ] as const) {
      const scale = scaleOfMap(maps, id);
      expect(covered(data, scale), id).toBeGreaterThan(0.99);
      expect(scale.max, id).toBeLessThan(6 * largest(data));
    }
  });
});

describe('the ranges of gradients', () => {
  it('take at most 60,000 numbers of dZ, however large it is', () => {
    const random = new RandomState(4);
    const [x, w, dZ] = [random.randn(4, 40, 36, 6), random.randn(3, 3, 6, 10), random.randn(4, 40, 36, 10)];
    const planes = new ConvPlanes({ kind: 'conv', pass: 'backward', x, w, dZ, options: { padding: 1 } });
    const taken = vi.spyOn(planes, 'dZ');
    gradientScales(planes);
    expect(taken.mock.calls.length).toBeLessThan(60_000);
    expect(taken.mock.calls.length).toBeGreaterThan(10_000);
  });
});

describe('the scale of products', () => {
  it('covers the products that occur, not all that the ranges of input and filter allow', () => {
    const x = { shape: [1, 3, 3, 1], data: Float64Array.of(10, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1) };
    const w = { shape: [2, 2, 1, 1], data: Float64Array.of(0.1, 0, 0, 5) };
    const stepper = createStepper({ kind: 'conv', pass: 'forward', x, w, options: {} });
    const { stage } = stepper.frame(0, { channel: 0, filter: 0, granularity: 'window' });
    expect(scaleOfMap(mapsOf(stage), 'products')).toEqual({ kind: 'sequential', min: 0, max: 1 });
  });
});
