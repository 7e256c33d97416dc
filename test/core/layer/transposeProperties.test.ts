/** What must hold for any transposed convolution, on both engines: it is the adjoint of a convolution. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conv2d, conv2dGeometry, convTranspose2d, convTranspose2dBackward, outputShape } from '../../../core/index';
import { engines } from './engines';
import { dot, expectNear } from './innerProduct';
import { convProblem, randomArray, transposeProblem } from './problems';

describe.each(engines)('any transposed convolution on $name', (engine) => {
  test('is the adjoint of the convolution with the same filter', () => {
    fc.assert(
      fc.property(convProblem, fc.nat(), ({ x, w, options }, seed) => {
        const { stride, dilation, groups } = options;
        const geometry = conv2dGeometry(x.shape, w.shape, { ...options, paddingMode: 'zeros' });
        const { rows, cols } = geometry;
        const padding = { top: rows.padBefore, bottom: rows.padAfter, left: cols.padBefore, right: cols.padAfter };
        const z = randomArray(outputShape(geometry), seed);
        const outputSize = [rows.size, cols.size] as const;
        fc.pre(rows.stride > (rows.size + rows.padBefore + rows.padAfter - rows.kernel) % rows.stride);
        const back = convTranspose2d(z, w, undefined, { stride, dilation, groups, padding, outputSize }, engine);
        expect(back.shape).toEqual(x.shape);
        expectNear(dot(conv2d(x, w, undefined, { ...options, paddingMode: 'zeros' }, engine), z), dot(x, back));
      }),
    );
  });

  test('has gradients that are its adjoints, and a bias gradient that counts', () => {
    fc.assert(
      fc.property(transposeProblem, fc.nat(), ({ x, w, b, options }, seed) => {
        const z = convTranspose2d(x, w, undefined, options, engine);
        const dZ = randomArray(z.shape, seed);
        const { dX, dW, db } = convTranspose2dBackward(dZ, x, w, options, engine);
        expectNear(dot(x, dX), dot(z, dZ));
        expectNear(dot(w, dW), dot(z, dZ));
        const biased = convTranspose2d(x, w, b, options, engine);
        expectNear(dot(biased, dZ) - dot(z, dZ), b ? dot(b, db) : 0);
      }),
    );
  });
});
