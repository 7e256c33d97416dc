/** What the listings and the formula state in particular cases. */
import { describe, expect, it } from 'vitest';
import { conv2d, createStepper, RandomState } from '../../../../core';
import { courseCase, courseLayer } from '../courseLayers';

const normal = new RandomState(11);

describe('the TensorFlow listing', () => {
  it.each(['replicate', 'circular'] as const)(
    'pads with %s inside the tape by tf.gather, so that A_prev has a gradient',
    (paddingMode) => {
      const x = normal.randn(1, 5, 6, 2);
      const w = normal.randn(3, 2, 2, 1);
      const options = { padding: 1, paddingMode };
      const dZ = conv2d(x, w, undefined, options);
      const { listings } = createStepper({ kind: 'conv', pass: 'backward', x, w, dZ, options });
      const { text } = listings.find(({ id }) => id === 'tensorflow')!;
      expect(text).toContain('import numpy as np');
      expect(text.split('with tf.GradientTape')[1]).toContain(
        'tf.gather(tf.gather(A_prev, rows, axis=1), cols, axis=2)',
      );
    },
  );
});

describe('a true convolution', () => {
  it('states in the header and in three listings that W is the kernel turned by 180°', () => {
    const x = normal.randn(1, 4, 5, 1);
    const w = normal.randn(2, 3, 1, 1);
    const stepper = createStepper({ kind: 'conv', pass: 'forward', x, w, kernelFlipped: true, options: {} });
    expect(JSON.stringify(stepper.size)).toContain('turned by 180°');
    const stated = stepper.listings.filter(({ text }) => text.includes('W = kernel[::-1, ::-1]'));
    expect(stated.map(({ id }) => id)).toEqual(['numpy', 'pytorch', 'tensorflow']);
  });
});

describe('the formula', () => {
  it('escapes names and is well-formed in its tags', () => {
    const layer = courseLayer(courseCase('conv_forward'))!;
    const formula = createStepper(layer, { x: 'a<b&c' }).listings.find(({ id }) => id === 'formula')!.text;
    expect(formula).toContain('a&lt;b&amp;c');
    const open: string[] = [];
    for (const [, close, name] of formula.matchAll(/<(\/?)([a-z]+)[^>]*>/g)) {
      if (close) expect(open.pop()).toBe(name);
      else open.push(name!);
    }
    expect(open).toEqual([]);
  });
});

it('a batch whose name is in lower case is not replaced by its first example in the loop', () => {
  const x = normal.randn(2, 5, 5, 1);
  const loopOf = (name: string): string => {
    const conv = createStepper(
      { kind: 'conv', pass: 'forward', x, w: normal.randn(2, 2, 1, 1), options: {} },
      { x: name },
    );
    return conv.listings.find(({ id }) => id === 'loop')!.text;
  };
  expect(loopOf('image')).not.toContain('image = image[i]');
  expect(loopOf('image')).toContain('a_slice = image[i][vert_start:vert_end');
  expect(loopOf('A_prev')).toContain('a_prev = A_prev[i]');
});
