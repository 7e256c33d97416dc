/** Functions that are not valid Python are listed with the line of the syntax error. */
import { describe, expect, test } from 'vitest';
import { checkCode } from '../../../core/check';

const valid = `import numpy as np

def zero_pad(X, pad):
    X_pad = np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    return X_pad

def pool_forward(A_prev, hparameters):
    for i in range(2):
        x = (1 + 2)
    return A_prev, None
`;

const errorOf = (source: string, name: string) => checkCode(source).find((check) => check.name === name);

describe('a syntax error', () => {
  test.each([
    ['range(2):', 'range(2)', 8],
    ['(1 + 2)', '(1 + 2', 9],
    ['x = (', 'x = = (', 9],
    ['hparameters):\n', 'hparameters)\n', 7],
    ['x = (1 + 2)', 'x = (1 + 2)\n          y = x', 10],
    ['    for i in range(2):', '    else:', 8],
  ])('%s as %s', (before, after, line) => {
    const check = errorOf(valid.replace(before, after), 'pool_forward');
    expect(check).toMatchObject({
      line: 7,
      operation: 'pool_forward',
      agrees: false,
      refused: true,
      error: { message: 'SyntaxError: invalid syntax', line },
    });
  });

  test('leaves the other functions checked', () => {
    expect(errorOf(valid.replace('range(2):', 'range(2)'), 'zero_pad')).toMatchObject({ agrees: true, refused: false });
  });

  test('in a class: the class is listed', () => {
    const source = 'class MaxPool2d:\n    def forward(self, x):\n        if x = 1:\n            return x\n';
    expect(errorOf(source, 'MaxPool2d')).toMatchObject({ operation: 'pool_forward', error: { line: 3 } });
  });

  test('in a function that is defined again, or in one of another kind, is not listed', () => {
    const again = `def pool_forward(A_prev, hparameters)\n    pass\n\n${valid}`;
    expect(errorOf(again, 'pool_forward')).toMatchObject({ line: 10 });
    expect(checkCode('def load(path)\n    return path\n')).toEqual([]);
  });
});
