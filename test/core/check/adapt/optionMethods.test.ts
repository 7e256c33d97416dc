/** Objects of options whose methods and properties compute sizes and pairs of padding: mistakes in them are named. */
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';
import { mistakesOf } from '../mistakesOf';

const FIELDS = {
  'a data class': `@dataclass
class Options:
    k: int
    s: int = 1
    p: int = 0
`,
  'a class': `class Options:
    def __init__(self, k, s=1, p=0):
        self.k, self.s, self.p = k, s, p
`,
};

const METHODS = `
    def pads(self):
        return ((0, 0), (0, 0), (self.p, self.p), (PAD, self.p))

    @property
    def same(self):
        return self.p > 0

    def out(self, n):
        return (n + FACTOR * self.p - self.k) // self.s + 1

def max_pool(x, spec):
    xp = np.pad(x, spec.pads(), constant_values=-np.inf)
    n, c, h, w = x.shape
    y = np.empty((n, c, spec.out(h), spec.out(w)))
    for i in range(y.shape[2]):
        for j in range(y.shape[3]):
            r, q = i * spec.s, j * spec.s
            y[:, :, i, j] = xp[:, :, r:r + spec.k, q:q + spec.k].max(axis=(2, 3))
    return y
`;

const CALL = 'print(max_pool(np.arange(50.0).reshape(1, 2, 5, 5), Options(3, 2, 1)))\n';

function program(fields: string, pad: string, factor: string, call = ''): string {
  const methods = METHODS.replace('PAD', pad).replace('FACTOR', factor);
  return `from dataclasses import dataclass\nimport numpy as np\n${fields}${methods}${call}`;
}

describe.each(Object.entries(FIELDS))('options of %s with methods', (_, fields) => {
  it.each(['', CALL])('is given to the function that reads its methods, called %j', (call) => {
    const [check] = checkCode(program(fields, 'self.p', '2', call));
    expect(check).toMatchObject({ operation: 'pool_forward', agrees: true, unseen: [] });
  });

  it('names a wrong pair of the padding in its method', () => {
    expect(mistakesOf(program(fields, '0', '2', CALL)).join()).toMatch(
      /true: return \(\(0, 0\), \(0, 0\), \(self\.p, self\.p\), \(0, self\.p\)\)$/,
    );
  });

  it('names a padding that is counted once in the output size of its method', () => {
    expect(mistakesOf(program(fields, 'self.p', '1', CALL)).join()).toMatch(/true: return \(n \+ 1 \* self\.p/);
  });
});
