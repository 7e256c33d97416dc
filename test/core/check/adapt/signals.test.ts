/** Signals as lists: which of two is the input, and sums that are scattered. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const SIGNALS = (target = 'i + j'): string => `def spread(u, v):
    c = [0.0] * (len(u) + len(v) - 1)
    for i in range(len(u)):
        for j in range(len(v)):
            c[${target}] += u[i] * v[j]
    return c

def convolve(u, v, mode="full"):
    whole = spread(u, v)
    longer, shorter = max(len(u), len(v)), min(len(u), len(v))
    if mode == "same":
        return whole[(shorter - 1) // 2:(shorter - 1) // 2 + longer]
    if mode == "valid":
        return whole[shorter - 1:longer]
    return whole

print(convolve([3.0, 1.0, 2.0, 5.0, 4.0], [0.5, 0.25, -1.0], "same"))
print(convolve([1.0, 2.0], [1.0, 0.0, -1.0, 4.0], "same"))
`;

it('two lists of which the text gives the longer one second: a function that no call of the text shows is compared on lists too', () => {
  const checks = checkCode(SIGNALS());
  expect(checks.map(({ name }) => name)).toContain('convolve');
  for (const check of checks) expect(check).toMatchObject({ agrees: true, unseen: [], mistakes: [] });
});

it('a sum that is scattered to the wrong cell is listed as different', () => {
  const wrong = checkCode(SIGNALS('i - j')).filter(({ agrees, unseen }) => !agrees || unseen.length > 0);
  expect(wrong.map(({ name }) => name)).toContain('convolve');
});
