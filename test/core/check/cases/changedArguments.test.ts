/** A function that changes the array that it is given: a mistake where the text reads the array again. */
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const relu = (body: string, after: string): string => `import numpy as np

def relu_backward(dout, x):
${body}

x = np.array([[1.0, -2.0], [-3.0, 4.0]])
dout = np.array([[5.0, 6.0], [7.0, 8.0]])
dx = relu_backward(dout, x)
print(dx)
${after}`;

const ALIAS = `    dx = dout
    dx[x <= 0] = 0
    return dx`;
const OWN_NAME = `    dout[x <= 0] = 0
    return dout`;

function mistakesOf(source: string): { line?: number; repaired?: string; agrees: boolean }[] {
  return checkCode(source).flatMap(({ mistakes, agrees }) => mistakes.map((mistake) => ({ ...mistake, agrees })));
}

describe('checkCode: arguments that are changed in place', () => {
  it.each([
    ['by another name', ALIAS, 4, 'dx = dout.copy()'],
    ['by its own name', OWN_NAME, 4, 'dout = dout.copy()'],
  ])('names the line where the array is read again: %s', (_, body, line, repair) => {
    const mistakes = mistakesOf(relu(body, 'print(dout.sum())'));
    expect(mistakes).toMatchObject([{ id: 'aliased-array', line, verified: true, agrees: true }]);
    expect(mistakes[0]!.repaired).toContain(repair);
  });

  it('names nothing where nothing reads the array again', () => {
    expect(mistakesOf(relu(ALIAS, ''))).toEqual([]);
  });

  it.each([
    ['a copy is changed', '    dx = dout.copy()\n    dx[x <= 0] = 0\n    return dx'],
    ['the comment says so', `    """Changes dout in place."""\n${OWN_NAME}`],
  ])('names nothing where %s', (_, body) => {
    expect(mistakesOf(relu(body, 'print(dout.sum())'))).toEqual([]);
  });
});
