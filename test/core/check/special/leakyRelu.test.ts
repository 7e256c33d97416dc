/** A ReLU with a slope of its own, under a name that does not tell it. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const source = (negative: string): string => `import numpy as np

class Relu:
    def __init__(self):
        self.w = np.ndarray([])

    def forward(self, z):
        self.z = z
        return np.maximum(z, ${negative})

    def backward(self, da):
        return da * np.where(self.z > 0, 1, 0.05)
`;

it('agrees, forward and backward', () => {
  expect(checkCode(source('0.05 * z')).map(({ agrees }) => agrees)).toEqual([true, true]);
});

it('a wrong sign of the slope is named, and no attribute without values is put in its place', () => {
  const [forward] = checkCode(source('-0.05 * z'));
  expect(forward).toMatchObject({ agrees: false, mistakes: [{ id: 'sign', line: 9, verified: true }] });
});
