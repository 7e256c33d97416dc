/** Printed output against the values of the program: all of it, or that of the last cell. */
import { describe, expect, it } from 'vitest';
import { checkPrinted } from '../../../../core/check';

const CELLS = `import numpy as np
x = np.arange(6.0).reshape(2, 3)
print(x.shape)
print("x.shape =", x.shape)
print("sum =", np.sum(x))

a = x * 2
print("mean of a =", np.mean(a))
print("a[1] =", a[1])
`;

const summary = (output: string) =>
  checkPrinted(CELLS, output).map(({ expression, agrees }) => `${expression} ${agrees}`);

describe('checkPrinted', () => {
  it('the output of all cells', () => {
    const output = '(2, 3)\nx.shape = (2, 3)\nsum = 16.0\nmean of a = 5.0\na[1] = [ 6.  8. 10.]\n';
    expect(summary(output)).toEqual([
      'x.shape true',
      'x.shape true',
      'np.sum(x) false',
      'np.mean(a) true',
      'a[1] true',
    ]);
  });

  it('the output of the last cell alone', () => {
    expect(summary('mean of a = 5.0\na[1] = [ 6.  8. 11.]\n')).toEqual(['np.mean(a) true', 'a[1] false']);
  });

  it('a wrong value at the start is not skipped', () => {
    expect(summary('(3, 2)\nx.shape = (2, 3)\nsum = 15.0\nmean of a = 5.0\na[1] = [ 6.  8. 10.]\n')[0]).toBe(
      'x.shape false',
    );
  });

  it('the text of a tensor', () => {
    const source =
      'import torch\nt = torch.tensor([[1.0, 2.0], [3.0, 4.5]], dtype=torch.float64)\nprint(t)\nprint(t * 2)\n';
    const output = `tensor([[1.0000, 2.0000],
        [3.0000, 4.5000]], dtype=torch.float64)
tensor([[2., 4.],
        [6., 8.]])
`;
    expect(checkPrinted(source, output).map(({ agrees }) => agrees)).toEqual([true, false]);
  });

  it('a whole number is not the rounding of a value that is printed with decimals', () => {
    const source = 'import numpy as np\nshare = np.full((1, 2), 0.5)\nprint(share)\nprint(share.sum() / 3)\n';
    expect(checkPrinted(source, '[[1. 1.]]\n0\n').map(({ agrees }) => agrees)).toEqual([false, false]);
    expect(checkPrinted(source, '[[0.5 0.5]]\n0.33\n').map(({ agrees }) => agrees)).toEqual([true, true]);
  });

  it('a value that is not known is not compared', () => {
    const source =
      'import torch\nX = load_dataset()\nprint(torch.__version__)\nprint(X)\nprint("number =", X.shape[0])\n';
    expect(checkPrinted(source, '1.13.0\n[[1 2]\n [3 4]]\nnumber = 4\n')).toEqual([]);
  });

  it('own code with a no-break space is run, not the layer', () => {
    const source = `import numpy as np
def conv_single_step(a, W, b):
    s = a * W + b
    Z\u00a0= np.sum(s)
    return Z
print("Z =", conv_single_step(np.ones((2, 2, 1)), np.ones((2, 2, 1)), np.ones((1, 1, 1))))
`;
    expect(checkPrinted(source, 'Z = 8.0\n')).toMatchObject([{ agrees: true }]);
  });

  it.each([
    [
      'numbers that are drawn without a seed',
      'x = np.random.randn(2)\nprint(x)\nprint(x.shape)',
      '[0.1 0.2]\n(2,)',
      ['x.shape'],
    ],
    ['numbers after a seed', 'np.random.seed(1)\nprint(np.random.randn(1))', '[1.62434536]', ['np.random.randn(1)']],
    ['a generator without a seed', 'r = np.random.default_rng()\nprint(r.normal(size=1))\nprint(3)', '[0.5]\n3', ['3']],
    ['a variable whose later value cannot be parsed', 'x = 3\nprint(x)\nx = 4 4\nprint(x)', '3\n4', ['x']],
  ])('%s', (_, source, output, compared) => {
    const checks = checkPrinted(`import numpy as np\n${source}\n`, `${output}\n`);
    expect(checks.map(({ expression }) => expression)).toEqual(compared);
    expect(checks.every(({ agrees }) => agrees)).toBe(true);
  });

  it.each([
    ['an f-string', 'print(f"mean = {x.mean():.3f}")', 'mean = 0.500', 'mean = 0.700'],
    ['a print in a function', 'def main():\n    print("sum", x.sum())\nmain()', 'sum 2.0', 'sum 3.0'],
    [
      'a print in a loop of a function',
      'def f():\n    for v in x:\n        print(v)\nf()',
      '0.0\n0.5\n0.5\n1.0',
      '0.0\n0.5\n1.5\n1.0',
    ],
    ['a starred target in a comprehension', 'print([a for a, *_ in [x]], x[0])', '[0.0] 0.0', '[0.0] 1.0'],
    [
      'a print with its own separator',
      'print(x[1], x[2], sep="; ", end=" and ")\nprint(x[3])',
      '0.5; 0.5 and 1.0',
      '0.5; 0.6 and 1.0',
    ],
    ['the name of a type', 'print(x.shape, x.dtype)', '(4,) float64', '(4,) float32'],
    ['a truth value', 'print(x > 0.7, x.max())', '[False False False  True] 1.0', '[False  True False  True] 1.0'],
    [
      'a number in a dictionary',
      "print({'mean': x.mean(), 'max': x.max()})",
      "{'mean': 0.5, 'max': 1.0}",
      "{'mean': 0.5, 'max': 2.0}",
    ],
  ])('%s is compared, and a single wrong value is found', (_, code, right, wrong) => {
    const source = `import numpy as np\nx = np.array([0, 0.5, 0.5, 1])\n${code}\n`;
    const disagreeing = (output: string) => checkPrinted(source, output).filter(({ agrees }) => !agrees);
    expect(checkPrinted(source, right).length).toBeGreaterThan(0);
    expect(disagreeing(right)).toEqual([]);
    expect(disagreeing(wrong)).toHaveLength(1);
  });

  it('values that are printed in one line are told apart', () => {
    const source = 'a = [1, 0, 0]\nprint(a.count(0), a.index(0), a, "in", len(a), -a[0], a[0] == 1)\nprint(a[1:])\n';
    const checks = checkPrinted(source, '2 1 [1, 0, 0] in 4 -1 True\n[0, 0]\n');
    expect(checks.filter(({ agrees }) => !agrees)).toMatchObject([
      { expression: 'len(a)', printed: '4', expected: '3' },
    ]);
  });

  it('more digits than NumPy prints are compared with the value', () => {
    const source = 'import numpy as np\nprint(np.array([1 / 3, 2 / 3]))\n';
    const agree = (output: string) => checkPrinted(source, output).map(({ agrees }) => agrees);
    expect(agree('[0.333333333333 0.666666666667]\n')).toEqual([true]);
    expect(agree('[0.333333333433 0.666666666667]\n')).toEqual([false]);
  });
});
