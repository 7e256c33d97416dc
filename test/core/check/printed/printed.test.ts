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
});
