/** Python's `random` and the discrete distributions of NumPy's legacy generator, with the numbers of CPython 3.11 and NumPy 1.24. */
import { describe, expect, it } from 'vitest';
import { evaluatePython } from '../../../core/read/python/evaluatePython';
import { runCode } from '../../../core/read/python/runCode';

function outputOf(source: string): string {
  const { output, error } = runCode(`import random\nimport numpy as np\n${source}`);
  expect(error).toBeUndefined();
  return output.trimEnd();
}

describe('random', () => {
  it.each([
    [
      'random.seed(42)\nprint(random.random(), random.randint(1, 10), random.choice("abc"), random.uniform(2, 3))',
      '0.6394267984578837 1 c 2.2750293183691195',
    ],
    ['random.seed(42)\nl = list(range(10))\nrandom.shuffle(l)\nprint(l)', '[7, 3, 2, 8, 5, 6, 9, 4, 0, 1]'],
    [
      'random.seed(1)\nprint(random.sample(range(100), 7), random.randrange(0, 100, 7), random.choices([1, 2, 3], k=4))',
      '[17, 72, 97, 8, 32, 15, 63] 84 [2, 2, 3, 1]',
    ],
    ['random.seed(7)\nprint(random.gauss(0, 1), random.gauss(0, 1))', '-0.2558802884476004 0.511431512516514'],
    ['random.seed(2**40 + 3)\nprint(random.random(), random.randint(0, 2**32 - 1))', '0.21978710637116716 4215087477'],
  ])('%s', (source, expected) => {
    expect(outputOf(source)).toBe(expected);
  });

  it('without a seed a program prints no number of it, and the editor states that its numbers follow no seed', () => {
    const { output, error } = runCode('import random\nprint(random.random())\n');
    expect(output).toBe('<unknown>\n');
    expect(error?.message).toBe('a value that depends on random.random is needed here');
    const { arrays, errors } = evaluatePython('import random\nx = [1, 2, 3]\nrandom.shuffle(x)\ny = random.random()\n');
    expect(arrays.map(({ name }) => name)).toEqual(['x']);
    expect([...arrays[0]!.array.data].sort()).toEqual([1, 2, 3]);
    expect(errors.length).toBeGreaterThan(0);
    for (const { message } of errors) expect(message).toContain('there is no random.seed(…) before this');
  });

  it('after a statement that fails, its state is unknown', () => {
    const { values } = evaluatePython(
      'import random\nrandom.seed(1)\na = random.random()\nmissing(random)\nb = random.random()\n',
    );
    expect(Object.keys(values)).toEqual(['a']);
  });
});

describe('np.random', () => {
  it.each([
    [
      'np.random.seed(3)\nprint(np.random.binomial(1, .5, (2, 5)).tolist(), np.random.binomial(10, .7, 4))',
      '[[1, 1, 0, 1, 1], [1, 0, 0, 0, 0]] [9 7 7 8]',
    ],
    [
      'np.random.seed(4)\nprint(np.random.poisson(3, 5), np.random.poisson(), np.random.rand())',
      '[7 3 4 1 5] 0 0.6007427213777693',
    ],
    [
      'np.random.seed(0)\nm = [1, 2, 3, 4, 5]\nnp.random.shuffle(m)\nprint(m, np.random.rand())',
      '[3, 1, 2, 4, 5] 0.6027633760716439',
    ],
  ])('%s', (source, expected) => {
    expect(outputOf(source)).toBe(expected);
  });

  it('algorithms for large means are refused', () => {
    expect(runCode('import numpy as np\nnp.random.seed(0)\nnp.random.binomial(1000, 0.5)\n').error?.message).toBe(
      'binomial with a mean above 30 is not supported',
    );
  });
});
