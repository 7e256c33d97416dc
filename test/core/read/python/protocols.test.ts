/** Protocols of classes, fields of formats and methods of universal functions as CPython 3.11 and NumPy 1.24 have them. */
import { describe, expect, it } from 'vitest';
import { runCode } from '../../../../core/check';

const PRINTED: readonly (readonly [program: string, output: string])[] = [
  ["x = 3\nprint(f'{x:=+8}|{x:=8.2f}|{x!r:=<4}|{(y:=3)}')", '+      3|    3.00|3===|3\n'],
  ["print(f'{7:06,}', f'{-1:+05_.5g}', f'{1234:08,}', f'{1e6:015,.1f}')", '00,007 -0_001 0,001,234 0,001,000,000.0\n'],
  [
    "print('%.3d|%05.3d|%#.4x|%+06.2d|%-7.3d|%8.3d|' % (7, 7, 255, 7, -7, 7))",
    '007|00007|0x00ff|+00007|-007   |     007|\n',
  ],
  ['x = np.arange(3.)\ny = x.flat\ny += 1\nprint(x, y)', '[0. 1. 2.] [1. 2. 3.]\n'],
  ['print(np.max(np.arange(4.).reshape(2, 2), axis=1, where=True))', '[1. 3.]\n'],
  ['class A:\n  def __getattr__(self, name): return name\nprint(A().__class__ is A, A().other)', 'True other\n'],
  ['print(np.less_equal.reduce(np.array([True, False])), np.zeros(3)[[]])', 'False []\n'],
];

const RAISED: readonly (readonly [program: string, message: string])[] = [
  ['class A: pass\nwith A(): pass', "'A' object does not support the context manager protocol"],
  [
    'class A:\n  def __lt__(self, other): return True\nA() >= A()',
    "'>=' not supported between instances of 'A' and 'A'",
  ],
  [
    'np.less_equal.reduce(np.arange(3.))',
    'No loop matching the specified signature and casting was found for ufunc less_equal',
  ],
  ['np.zeros(3)[np.array([])]', 'arrays used as indices must be of integer (or boolean) type'],
];

describe('values and errors of seldom used protocols', () => {
  it.each(PRINTED)('%s', (program, output) => {
    const result = runCode(`import numpy as np\n${program}`);
    expect([result.error, result.output]).toEqual([undefined, output]);
  });

  it.each(RAISED)('%s', (program, message) => {
    expect(runCode(`import numpy as np\n${program}`).error?.message).toBe(message);
  });
});
