import { describe, expect, test } from 'vitest';
import { findArrayAt, findArrays } from '../../../../core/read/text/findArrays';
import { takeWork } from '../../../../core/read/text/scan/countWork';

const CODE = `import numpy as np

def test():
    A_prev = np.array([[1, 2],
                       [3, 4]])
    W = [[0.5]]
    return foo(A_prev, [7, 8])

big = [
    ${'[1, 2, 3],\n    '.repeat(2000)}
]
`;

describe('findArrays', () => {
  test('lists literals with names and shapes, in functions and calls, without evaluating', () => {
    const found = findArrays(CODE, { languageId: 'python' });
    expect(found.map(({ name, shape }) => [name, shape])).toEqual([
      ['A_prev', [2, 2]],
      ['W', [1, 1]],
      [undefined, [2]],
      ['big', [2000, 3]],
    ]);
    expect(CODE.slice(...found[0]!.range)).toMatch(/^np\.array\(\[\[1, 2\],\s+\[3, 4\]\]\)$/);
  });

  test('looks only at the part that is asked for, with bounded work', () => {
    const text = 'x = [[1, 2], [3, 4]]\n'.repeat(100_000);
    takeWork();
    const found = findArrays(text, { languageId: 'python', from: 1_000_000, to: 1_000_100 });
    expect(found.length).toBeGreaterThan(4);
    expect(found.length).toBeLessThan(8);
    expect(takeWork()).toBeLessThan(5000);
  });

  test('leaves out a literal that is longer than the bound', () => {
    expect(findArrays(CODE, { languageId: 'python', maxCharacters: 400 }).map(({ name }) => name)).not.toContain('big');
  });
});

describe('findArrayAt', () => {
  const at = (marker: string, languageId = 'python', text = CODE): string | undefined =>
    findArrayAt(text, text.indexOf(marker), { languageId })?.name;

  test('finds the outermost literal around the cursor, on its name, or on its line', () => {
    expect(at('3, 4')).toBe('A_prev');
    expect(at('A_prev = ')).toBe('A_prev');
    expect(at('W = ')).toBe('W');
    expect(at('import')).toBeUndefined();
  });

  test('gives the numbers and their places in the document', () => {
    const found = findArrayAt(CODE, CODE.indexOf('3, 4'), { languageId: 'python' })!;
    expect([...found.array.data]).toEqual([1, 2, 3, 4]);
    expect(CODE.slice(found.ranges![6], found.ranges![7])).toBe('4');
  });

  test('finds prints and C initializers', () => {
    const log = 'loss 3\nZ = [[1. 2.]\n [3. 4.]]\ndone\n';
    expect(at('4.', 'plaintext', log)).toBe('Z');
    const c = 'int n = 3;\nfloat w[2][2] = {\n  {1, 2},\n  {3, 4},\n};\n';
    expect(at('3, 4', 'cpp', c)).toBe('w');
  });

  test('reads from the statement, not from the start of a long document', () => {
    const text = 'x = [[1, 2], [3, 4]]\n'.repeat(100_000);
    takeWork();
    expect(findArrayAt(text, text.length - 5, { languageId: 'python' })!.name).toBe('x');
    expect(takeWork()).toBeLessThan(1000);
  });
});
