/** Functions that are not valid Python are listed with the line of the syntax error. */
import { describe, expect, test } from 'vitest';
import { checkCode } from '../../../../core/check';

const valid = `import numpy as np

def zero_pad(X, pad):
    X_pad = np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    return X_pad

def pool_forward(A_prev, hparameters):
    for i in range(2):
        x = (1 + 2)
    return A_prev, None
`;

const tabError = 'TabError: inconsistent use of tabs and spaces in indentation';

const unindent = 'IndentationError: unindent does not match any outer indentation level';

const errorOf = (source: string, name: string) => checkCode(source).find((check) => check.name === name);

describe('a syntax error', () => {
  test.each([
    ['range(2):', 'range(2)', 8],
    ['(1 + 2)', '(1 + 2', 9],
    ['x = (', 'x = = (', 9],
    ['hparameters):\n', 'hparameters)\n', 7],
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

  test.each([
    ['x = (1 + 2)', 'x = (1 + 2)\n          y = x', 10, 'IndentationError: unexpected indent'],
    ['        x = (1 + 2)', '    x = (1 + 2)', 9, 'IndentationError: expected an indented block'],
    ['    return A_prev, None', '   return A_prev, None', 10, unindent],
    ['        x = (1 + 2)', '\tx = (1 + 2)\n        y = 1', 9, tabError],
    ['    return A_prev, None', '\treturn A_prev, None', 10, tabError],
    ['    for i in range(2):\n        x', '\tfor i in range(2):\n\t\tx', 10, unindent],
  ])('%j as %j is named as Python names it', (before, after, line, message) => {
    const check = errorOf(valid.replace(before, after), 'pool_forward');
    expect(check).toMatchObject({ line: 7, agrees: false, refused: true, error: { message, line } });
  });

  test('tabs alone, and spaces in brackets and strings, are right', () => {
    const tabs = valid.replace(/ {4}/g, '\t').replace('(1 + 2)', '(1 +\n    2)\n    # note');
    expect(checkCode(tabs).map(({ name, refused }) => [name, refused])).toEqual([
      ['zero_pad', false],
      ['pool_forward', false],
    ]);
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
