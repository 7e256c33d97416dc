/** Programs on structured data that compute no layer: none is recognised as one. */
import { expect, it } from 'vitest';
import { evaluatePython } from '../../../../../core/read/python/evaluatePython';

const INPUTS = [
  'np.arange(16.).reshape(4, 4)',
  'np.eye(4)',
  'np.linspace(0, 1, 36).reshape(6, 6)',
  'np.arange(96).reshape(2, 4, 4, 3) % 7',
  'np.random.randn(5, 5)',
];
const FILTERS = ['', 'k = np.array([[0, 1], [0, 0]])', 'k = np.ones((3, 3)) / 9', 'stride = 2'];
const EXPRESSIONS = [
  'x.T',
  'x[::2, ::2]',
  'x[1:] - x[:-1]',
  'x[1:-1, 1:-1]',
  'np.cumsum(x, axis=0)',
  'x @ np.swapaxes(x, -1, -2)',
  'np.roll(x, 1, axis=0)',
  'np.repeat(np.repeat(x, 2, 0), 2, 1)',
  'x * 2 + 1',
  'x - x.mean()',
  'x.max(axis=0, keepdims=True) * 2',
  'np.where(x > 2, x, 2)',
  'np.concatenate([x, x])',
];

it('no recognised layer', () => {
  const recognized: string[] = [];
  for (const input of INPUTS)
    for (const filter of FILTERS)
      for (const expression of EXPRESSIONS) {
        const text = `import numpy as np\nnp.random.seed(3)\nx = ${input}\n${filter}\ny = ${expression}\n`;
        const { arrays, calls } = evaluatePython(text);
        expect(
          arrays.map(({ name }) => name),
          text,
        ).toContain('y');
        if (calls.length > 0) recognized.push(text);
      }
  expect(recognized).toEqual([]);
});
