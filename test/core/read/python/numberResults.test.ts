/** Types of results and indices of NumPy's numbers, as NumPy 1.24 gives them. */
import { expect, it } from 'vitest';
import { runCode } from '../../../../core/read/python/runCode';

it.each([
  // The diagonal of small types is summed in the widest one.
  ['np.trace(np.eye(3, dtype=bool))', '3'],
  ['np.trace(np.full((3, 3), 100, np.int8)).dtype', 'int64'],
  ['np.trace(np.full((3, 3), 100, np.uint8))', '300'],
  ['np.trace(np.eye(2, dtype=np.float32)).dtype', 'float32'],
  ['repr(1 / np.percentile(np.full(3, 3, np.float32), 30))', '0.3333333333333333'],
  ['np.median(np.ones(3, np.float16)).dtype', 'float16'],
  ['type(np.count_nonzero([1, 0])).__name__', 'int'],
  ['np.count_nonzero([[1, 0]], axis=0)', '[1 0]'],
  ['np.sum(np.array(2.5), axis=0), np.max(np.array(3), axis=-1)', '2.5 3'],
  ['np.float64(2.5)[None]', '[2.5]'],
  ['np.sum(np.ones((2, 2)))[..., None, None]', '[[4.]]'],
  ['np.float32(2)[()], np.float64(1)[...].shape', '2.0 ()'],
  ['np.round(a, 1) is a, np.round(a, -1) is a', 'True False'],
])('%s', (expression, output) => {
  const { output: found, error } = runCode(`import numpy as np\na = np.arange(3)\nprint(${expression})\n`);
  expect([found, error]).toEqual([`${output}\n`, undefined]);
});

it.each([
  ['np.float64(2.5)[0]', 'invalid index to scalar variable.'],
  ['np.float64(2.5)[None, 0]', 'invalid index to scalar variable.'],
  ['np.sum(np.array(2.5), axis=1)', 'axis 1 is out of bounds for array of dimension 0'],
  ['np.mean(np.array(2.5), axis=0)', 'axis 0 is out of bounds for array of dimension 0'],
])('%s ends with an error', (expression, message) => {
  expect(runCode(`import numpy as np\n${expression}\n`).error?.message).toBe(message);
});
