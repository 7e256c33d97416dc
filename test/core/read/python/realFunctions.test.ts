/** What functions of public repositories and generated statements use. Expected: Python 3.11 with NumPy 1.24. */
import { describe, expect, it } from 'vitest';
import { runCode } from '../../../../core/read/python/runCode';

function run(program: string): ReturnType<typeof runCode> {
  return runCode(`import numpy as np\nx = np.array([[1.0, -0.0], [3.0, 4.0]])\n${program}`);
}

const PRINTED: readonly (readonly [program: string, output: string])[] = [
  ['print(7 // np.float64(0), -7.5 // np.int64(0), divmod(-7.5, np.int64(0)))', 'inf -inf (-inf, nan)'],
  [
    "print((np.uint16(250) % np.array([True, True])).dtype, (np.uint8(3) // np.array([5], 'uint16')).dtype)",
    'uint16 uint16',
  ],
  ['x.itemset(3, 9)\nx.itemset((0, 1), 5)\nx.itemset(-2, 7)\nprint(x.tolist())', '[[1.0, 5.0], [7.0, 9.0]]'],
  [
    'print(np.arange(4).compress([True, False, True]), x.compress([False, True], axis=1).tolist())',
    '[0 2] [[-0.0], [4.0]]',
  ],
  ["print(np.pad(np.array([True, False, False]), 1, mode='mean'))", '[ True  True False False  True]'],
  ["np.einsum('ii->i', x)[...] = 8\nnp.einsum('ij->ji', x)[0, 1] = 6\nprint(x.tolist())", '[[8.0, -0.0], [6.0, 8.0]]'],
  [
    'y = x.T\ny.flat[1] += 5\ny.flat[-1] = 8\nprint(x.tolist(), y.flat[2])\ntry:\n    y.flat[4]\nexcept IndexError as e:\n    print(e)',
    '[[1.0, -0.0], [8.0, 8.0]] -0.0\nindex 4 is out of bounds for size 4',
  ],
  ["print(np.einsum('ij->ji', x).tolist())", '[[1.0, 3.0], [-0.0, 4.0]]'],
  ["print(f\"{float('nan'):.1%} {float('inf'):.2f} {float('-inf'):G}\")", 'nan% inf -INF'],
  [
    "print(np.unravel_index(1, (2, 3), order='F'), np.unravel_index([4, 1], (2, 3), 'F'))",
    '(1, 0) (array([0, 1]), array([2, 0]))',
  ],
  ['print(np.clip(x, 0, 3).tolist())', '[[1.0, 0.0], [3.0, 3.0]]'],
];

describe('printed', () => {
  it.each(PRINTED)('%s', (program, output) => {
    const found = run(program);
    expect(found.error).toBeUndefined();
    expect(found.output).toBe(`${output}\n`);
  });
});

const RAISED: readonly (readonly [program: string, type: string, message: string])[] = [
  [
    "np.arange(3).astype(np.int8, casting='safe')",
    'TypeError',
    "Cannot cast array data from dtype('int64') to dtype('int8') according to the rule 'safe'",
  ],
  [
    "x.astype(int, casting='same_kind')",
    'TypeError',
    "Cannot cast array data from dtype('float64') to dtype('int64') according to the rule 'same_kind'",
  ],
  [
    "np.array(1.5).astype(bool, casting='safe')",
    'TypeError',
    "Cannot cast scalar from dtype('float64') to dtype('bool') according to the rule 'safe'",
  ],
  ['np.argmax(x, axis=(0,))', 'TypeError', "'tuple' object cannot be interpreted as an integer"],
  ['np.cumsum(x, axis=(0,))', 'TypeError', "'tuple' object cannot be interpreted as an integer"],
  ['np.mean(x, dim=0)', 'TypeError', "mean() got an unexpected keyword argument 'dim'"],
  ['np.sum(x, axis=0, keepdim=True)', 'TypeError', "sum() got an unexpected keyword argument 'keepdim'"],
  ['np.where(x > 0, 1)', 'ValueError', 'either both or neither of x and y should be given'],
  ['np.vsplit(np.arange(4), 2)', 'ValueError', 'vsplit only works on arrays of 2 or more dimensions'],
  ['np.dsplit(x, 2)', 'ValueError', 'dsplit only works on arrays of 3 or more dimensions'],
  ['x[0, 0] = [1]', 'ValueError', 'setting an array element with a sequence.'],
  ['x.item(9)', 'IndexError', 'index 9 is out of bounds for size 4'],
  ['f"{float(\'nan\'):d}"', 'ValueError', "Unknown format code 'd' for object of type 'float'"],
];

describe('raised', () => {
  it.each(RAISED)('%s', (program, type, message) => {
    expect(run(program).error).toMatchObject({ type, message });
  });
});

const REFUSED: readonly string[] = [
  "np.zeros(2, dtype='<U32')",
  "np.zeros(2, dtype='complex128')",
  "np.zeros(2, dtype='>f4')",
  'print(np.iinfo(np.int8))',
  'print(np.finfo(np.float32))',
];

describe('refused, not wrong', () => {
  it.each(REFUSED)('%s', (program) => {
    expect(run(program).error?.type).toBe('NotSupported');
  });
});

it('a helper of a file next to the text that takes other arguments than the known one is refused by name', () => {
  const { error } = run('from .ops import im2col\ncols, rows, cols_out = im2col(x[None, None], (2, 2), 1, 0)');
  expect(error).toMatchObject({ type: 'NotSupported', message: 'im2col comes from .ops, which is not in this text' });
});
