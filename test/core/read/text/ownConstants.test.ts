/** Words for infinity and nan that a text gives a value of its own. */
import { describe, expect, it } from 'vitest';
import { parseArrays } from '../../../../core/read/parseArrays';

const ROWS = '{{0, 3, INF}, {-INF, 0, 2}}';

const valuesOf = (text: string, languageId: string) => {
  const { arrays } = parseArrays(text, { languageId });
  return [...arrays.find(({ array }) => array.shape.length === 2)!.array.data];
};

describe('own constants', () => {
  it.each([
    ['cpp', `constexpr int INF = 999;\nint d[2][3] = ${ROWS};\n`, 999],
    ['c', `#define INF 1e3f\nfloat d[2][3] = ${ROWS};\n`, 1000],
    ['java', `class A {\n  private static final double INF = 9.5;\n  double[][] d = ${ROWS};\n}\n`, 9.5],
    ['python', 'INF = 999\nd = [[0, 3, INF], [-INF, 0, 2]]\n', 999],
    ['javascript', 'const INF = 1_000;\nconst d = [[0, 3, INF], [-INF, 0, 2]];\n', 1000],
  ])('%s: the value that the text gives', (languageId, text, inf) => {
    expect(valuesOf(text, languageId)).toEqual([0, 3, inf, -inf, 0, 2]);
  });

  it.each([
    ['python', "inf = float('inf')\nd = [[0, 3, inf], [-inf, 0, 2]]\n"],
    ['python', 'from math import inf\nd = [[0, 3, inf], [-inf, 0, 2]]\n'],
    ['cpp', `const double INF = std::numeric_limits<double>::infinity();\ndouble d[2][3] = ${ROWS};\n`],
    ['c', `float d[2][3] = ${ROWS.replaceAll('INF', 'INFINITY')};\nprint(d,\n  INFINITY=3,\n);\n`],
  ])('%s: infinity', (languageId, text) => {
    expect(valuesOf(text, languageId)).toEqual([0, 3, Infinity, -Infinity, 0, 2]);
  });

  it('a value that is not a plain number is refused', () => {
    const { arrays, errors } = parseArrays(`const int INF = 1 << 20;\nint d[2][3] = ${ROWS};\n`, { languageId: 'c' });
    expect(arrays).toEqual([]);
    expect(errors).toMatchObject([{ message: 'INF is an expression, not a number' }]);
  });
});
