/** The bias of one window in the 2017 edition of the course: as many numbers as the filter has. */
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

function checked(body: string, bias: string) {
  const [check, ...others] = checkCode(`import numpy as np

def conv_single_step(a_slice_prev, W, b):
${body}
    return Z

np.random.seed(1)
a_slice_prev = np.random.randn(4, 4, 3)
W = np.random.randn(4, 4, 3)
b = ${bias}
print(conv_single_step(a_slice_prev, W, b))
`);
  expect(others).toEqual([]);
  return check!;
}

const SUMMED = `    s = np.multiply(a_slice_prev, W) + b
    Z = np.sum(s)`;
const CONVENTION = 'the bias is added to every product, as the 2017 edition of the course expects';

describe('a bias with a number for each of the filter', () => {
  it('is added to every product', () => {
    expect(checked(SUMMED, 'np.random.randn(4, 4, 3)')).toMatchObject({
      agrees: true,
      mistakes: [],
      unseen: [],
      convention: CONVENTION,
    });
  });

  it('that is left out is a mistake', () => {
    expect(checked('    Z = np.sum(a_slice_prev * W)', 'np.random.randn(4, 4, 3)')).toMatchObject({
      agrees: false,
      differing: 1,
    });
  });

  it('of one number is added once', () => {
    const { agrees, mistakes } = checked(SUMMED, 'np.random.randn(1, 1, 1)');
    expect(agrees).toBe(false);
    expect(mistakes.map(({ id }) => id)).toContain('bias-in-every-product');
  });
});
