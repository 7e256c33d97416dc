/** The tour of a layer: where it stops and what it tells there. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createStepper } from '../../../core';
import type { Layer } from '../../../core';
import { formatMessage } from '../../../core/message';
import type { Granularity } from '../../../core/step/Stepper';
import { tourOf } from '../../../core/step/tour';
import { arbitraryLayer } from './arbitraryLayer';

const values = (...shape: number[]) => ({
  shape,
  data: Float64Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, k) => ((k * 7) % 11) - 4),
});

const told = (layer: Layer, granularity: Granularity = 'window') =>
  tourOf(createStepper(layer), granularity).map(
    ({ step, words }) => `${step + 1}: ${words.map(formatMessage).join(' ')}`,
  );

const conv: Layer = {
  kind: 'conv',
  pass: 'forward',
  x: values(2, 5, 7, 4),
  w: values(3, 3, 4, 8),
  dZ: values(2, 3, 4, 8),
  options: { stride: 2, padding: 1 },
};

describe('the tour stops at the first window, the first move of each loop and the end', () => {
  it('of a convolution, forward', () => {
    expect(told(conv)).toEqual([
      '1: One window, one number: 36 products in 4 channels add up to one cell of Z.',
      '2: The same window with the next of 8 filters: Z has one channel for each.',
      '9: The next window: 2 columns further right (stride). 1 column is in both.',
      '33: The row of 4 windows is done. The next one: 2 rows further down, from the left.',
      '97: The next of 2 examples: its windows begin again at the top left.',
      '192: The last step completes Z. Press Q to predict the values yourself.',
    ]);
  });

  it('and the bias, where there is one', () => {
    expect(told({ ...conv, b: values(1, 1, 1, 8) })[0]).toMatch(/one cell of Z\. The bias is added\.$/);
  });

  it('of a convolution, backward: also where the padding is cut off', () => {
    expect(told({ ...conv, pass: 'backward' })).toEqual([
      '1: One number of dZ came from one window: its gradient goes back there, and the filter learns from it.',
      '2: The same window with the next of 8 filters: dA_prev adds up what all of them send, dW keeps them apart.',
      '9: The next window: 2 columns further right (stride). 1 column is in both. There both add up.',
      '33: The row of 4 windows is done. The next one: 2 rows further down, from the left.',
      '97: All windows of the example are done: the padding is cut off.',
      '98: The next of 2 examples: its windows begin again at the top left.',
      '194: The last step completes dA_prev, dW, db. Press Q to predict the values yourself.',
    ]);
  });

  it('of a pooling whose windows do not overlap, in both passes', () => {
    const pool: Layer = {
      kind: 'pool',
      pass: 'forward',
      x: values(1, 4, 4, 2),
      dZ: values(1, 2, 2, 2),
      options: { kernel: 2, mode: 'max' },
    };
    const [first, channel, column] = told(pool);
    expect(first).toBe('1: One window, one number: the maximum of the window is one cell of A.');
    expect(channel).toBe('2: The next of 2 channels: each is pooled on its own.');
    expect(column).toBe('3: The next window: 2 columns further right (stride).');
    expect(told({ ...pool, pass: 'backward' })[0]).toBe(
      '1: One number of dA came from one window, and its gradient goes back there: to the maximum.',
    );
  });

  it('of one product: in the singular', () => {
    const pointwise: Layer = {
      kind: 'conv',
      pass: 'forward',
      x: values(1, 2, 2, 1),
      w: values(1, 1, 1, 1),
      options: {},
    };
    expect(told(pointwise)[0]).toBe('1: One window, one number: 1 product adds up to one cell of Z.');
  });

  it('of larger steps: once for each step', () => {
    expect(told(conv, 'row').map((stop) => stop.slice(0, 22))).toEqual([
      '1: One window, one num',
      '2: The row of 4 window',
      '4: The next of 2 examp',
      '6: The last step compl',
    ]);
    expect(told({ ...conv, x: values(1, 5, 7, 4) }, 'example')).toEqual([]);
  });
});

it('the stops of any layer ascend from the first step to the last, at every step size', () => {
  fc.assert(
    fc.property(arbitraryLayer, (layer) => {
      const stepper = createStepper(layer);
      for (const granularity of stepper.timeline('window').granularities) {
        const { count } = stepper.timeline(granularity);
        const steps = tourOf(stepper, granularity).map(({ step }) => step);
        if (count < 2) expect(steps).toEqual([]);
        else expect([steps[0], steps.at(-1)]).toEqual([0, count - 1]);
        expect(steps).toEqual([...new Set(steps)].sort((a, b) => a - b));
      }
    }),
  );
});
