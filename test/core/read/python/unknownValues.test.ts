/** A value that is not certain is unknown: after a failed statement, an unread draw, and next to printed output. */
import { describe, expect, it } from 'vitest';
import { evaluatePython } from '../../../../core/read/python/evaluatePython';

function shown(text: string): Record<string, number[]> {
  return Object.fromEntries(evaluatePython(text).arrays.map(({ name, array }) => [name ?? '', Array.from(array.data)]));
}

describe('what a failed statement may have changed is unknown', () => {
  it.each([
    ['a list method', 'out = [1.0]\nfor i in range(2):\n    out.append(missing)\nA = np.array(out)\n', ['out', 'A']],
    ['an array method', 'x = np.ones(3)\nx.partition(missing)\n', ['x']],
    ['a function with out=', 'a = np.ones(2)\nnp.fancy(a, 1, out=a)\n', ['a']],
    ['np.add.at', 'a = np.ones(2)\nnp.add.at(a, missing, 1)\n', ['a']],
    ['an assignment through an index', 'a = np.ones(2)\na[0] = missing\n', ['a']],
    [
      'an argument of an own function',
      'def relu(x):\n    x[x < 0] = 0\n    return missing\nZ = np.ones(2)\nA = relu(Z)\n',
      ['Z', 'A'],
    ],
    ['a global of an own function', 'n = np.ones(1)\ndef f():\n    global n\n    n = missing\nf()\n', ['n']],
    ['a list that an own function fills', 'log = [1.0]\ndef f():\n    log.append(missing)\nf()\n', ['log']],
    ['another name of the same array', 'a = np.ones(2)\nb = a[:1]\na[0] = missing\n', ['a', 'b']],
    ['an array in a list', 'a = np.ones(2)\nl = [a]\nl[0][0] = missing\n', ['a']],
    ['a deleted item', 'x = [1, 2]\ndel x[missing]\n', ['x']],
    [
      'a shuffled list',
      'x = [1, 2]\nimport random\nrandom.seed(1)\ny = random.betavariate(1, 2)\nrandom.shuffle(x)\n',
      ['x'],
    ],
  ])('%s', (_, text, names) => {
    const { arrays, errors } = evaluatePython(text);
    expect(errors.length).toBeGreaterThan(0);
    for (const name of names) expect(arrays.map((array) => array.name)).not.toContain(name);
  });

  it.each([
    ['a plot', 'a = np.ones(2)\nplt.imshow(a)\nfig, ax = plt.subplots()\nax.plot(a)\n'],
    ['a library function that is not supported', 'a = np.ones(2)\nb = np.polynomial.chebyshev.chebval(a)\n'],
    ['a module', 'import numpy as np\ndef f(x):\n    return x\nf(np.array(photo))\na = np.ones(2)\n'],
    ['an unknown test helper', 'a = np.ones(2)\nconv_forward_test(a)\n'],
  ])('%s leaves its arguments known', (_, text) => {
    expect(shown(text)['a']).toEqual([1, 1]);
  });
});

describe('an unread draw makes the generator unknown', () => {
  it.each([
    'noise = np.random.fancy(2, 3, 5)',
    'noise = missing + np.random.rand(2)',
    'def f():\n    missing()\n    return np.random.rand(2)\nnoise = f()',
    'rng = np.random.RandomState(missing)\nnoise = missing(np.random.rand(2))',
  ])('%s', (draw) => {
    const text = `np.random.seed(1)\n${draw}\nA = np.random.randn(2)\nnp.random.seed(1)\nB = np.random.randn(2)\n`;
    const found = shown(text);
    expect(found['A']).toBeUndefined();
    expect(found['B']).toHaveLength(2);
  });
});

describe('printed output is not code', () => {
  it.each([
    ['>>> a = np.array([-1., -2.])\n>>> print(a)\n[-1. -2.]\n', { a: [-1, -2] }],
    ['a = np.array([[1, -2], [3, -4]])\nprint(a)\n[[ 1 -2]\n [ 3 -4]]\n', { a: [1, -2, 3, -4] }],
    ['a = np.array([-1.3, -0.8])\nprint("a =", a)\na = [-1.3 -0.8]\n', { a: [-1.3, -0.8] }],
    ['In [3]: a = np.array([-1., -2.])\nOut[3]: array([-1., -2.])\n', { a: [-1, -2] }],
  ])('%s', (text, wanted) => {
    expect(shown(text)).toEqual(wanted);
  });
});

describe('work, memory and results are bounded', () => {
  it('shared nested lists are not expanded', () => {
    const { errors } = evaluatePython('a = None\nfor i in range(40):\n    a = [a, a]\ns = str(a)\n');
    expect(errors.map(({ message }) => message).join()).toMatch(/operations|too large|deep/);
  });

  it.each([
    'def f(n):\n    return f(n + 1)\nx = f(0)',
    'def g():\n    while True:\n        yield 1\nx = list(g())',
    'x = "a" * 10**9',
    'x = [0]\nfor i in x:\n    x.append(i)',
    'import itertools\nx = list(itertools.product(range(100), repeat=9))',
    's = f"{1:1000000000}"',
    "s = '%1000000000d' % 3",
    's = "x".ljust(10**9)',
  ])('%s', (text) => {
    const started = Date.now();
    expect(evaluatePython(text).errors.length).toBeGreaterThan(0);
    expect(Date.now() - started).toBeLessThan(8000);
  });
});
