import { describe, expect, it } from 'vitest';
import { createStepper, type NdArray, type Stepper, type View } from '../../../../core';
import { FrameDecoder, FrameEncoder } from '../../../../core/panel/wire';
import { mapsOf } from '../../../../core/step/shared/stage';

const view: View = { channel: 1, filter: 0, granularity: 'window' };

function image(rows: number, cols: number, channels: number, valueAt: (index: number) => number): NdArray {
  const size = 2 * rows * cols * channels;
  return { shape: [2, rows, cols, channels], data: Float64Array.from({ length: size }, (_, index) => valueAt(index)) };
}

function conv(x: NdArray, pad = 0): Stepper {
  const w = { shape: [2, 2, x.shape[3]!, 1], data: new Float64Array(4 * x.shape[3]!).fill(1) };
  return createStepper({ kind: 'conv', pass: 'forward', x, w, options: { padding: pad } });
}

function inputOf(stepper: Stepper, t: number, looked: View) {
  return mapsOf(stepper.frame(t, looked).stage).find(({ id }) => id === 'x')!;
}

describe('an input of three channels as a picture', () => {
  it('has the three channels of the example as intensities from 0 to 255; padding is black', () => {
    const stepper = conv(
      image(2, 3, 3, (index) => index),
      1,
    );
    expect(stepper.picture).toBe('possible');
    expect(inputOf(stepper, 0, view).picture).toBe(undefined);
    const { picture, rows, cols, index } = inputOf(stepper, stepper.timeline('window').count - 1, {
      ...view,
      picture: true,
    });
    expect([rows, cols, index]).toEqual([4, 5, '[1, …, RGB]']);
    expect([...picture!.subarray(0, 3)]).toEqual([0, 0, 0]);
    const first = (1 * 5 + 1) * 3;
    expect([...picture!.subarray(first, first + 6)]).toEqual([18, 19, 20, 21, 22, 23]);
  });

  it('reads values from 0 to 1 as parts of full intensity', () => {
    const stepper = conv(image(2, 2, 3, (index) => (index % 3) / 2));
    expect([...inputOf(stepper, 0, { ...view, picture: true }).picture!.subarray(0, 3)]).toEqual([0, 127.5, 255]);
  });

  it('is shown from the start where it is large, and not where the user chose channels', () => {
    const stepper = conv(image(24, 24, 3, (index) => index % 256));
    expect(stepper.picture).toBe('usually');
    expect(inputOf(stepper, 0, view).picture).toBeDefined();
    expect(inputOf(stepper, 0, { ...view, picture: false }).picture).toBe(undefined);
  });

  it.each([
    ['negative values', image(2, 2, 3, (index) => index - 5)],
    ['values above 255', image(2, 2, 3, (index) => index * 100)],
    ['NaN', image(2, 2, 3, () => NaN)],
    ['two channels', image(2, 2, 2, (index) => index)],
    ['zeros only', image(2, 2, 3, () => 0)],
  ])('is impossible with %s', (_, x) => {
    expect(conv(x).picture).toBe('impossible');
  });

  it('travels once', () => {
    const stepper = conv(image(24, 24, 3, (index) => index % 256));
    const encoder = new FrameEncoder();
    const decoder = new FrameDecoder();
    const frames = [0, 1, 2].map((t) => encoder.encode(stepper.frame(t, view)));
    const large = frames.map(({ arrays }) => arrays.filter(({ values }) => values.length === 24 * 24 * 3).length);
    expect(large).toEqual([1, 0, 0]);
    frames.forEach((frame, t) => expect(decoder.decode(frame)).toEqual(stepper.frame(t, view)));
  });
});
