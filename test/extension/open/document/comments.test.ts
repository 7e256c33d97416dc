/** The example in a comment of a program that has no data. */
import { expect, it } from 'vitest';
import { layer, refusal } from '../requests';

const FUNCTION =
  'int[][] convolve(int[][] x, int[][] k) {\n  int[][] y = new int[x.length - 1][x[0].length - 1];\n  for (int i = 0; i < y.length; i++)\n    for (int j = 0; j < y[0].length; j++)\n      for (int m = 0; m < 2; m++)\n        for (int n = 0; n < 2; n++) y[i][j] += x[i + m][j + n] * k[m][n];\n  return y;\n}\n';
const DOC =
  '/**\n * Convolution. For example, if the input is\n * <p>\n * [[1,2,3],\n * [4,5,6]]\n * <p>\n * and the kernel is\n * [[1,0],\n * [0,2]]\n * then the output is\n * [[11,14]]\n * @return the result\n */\n';
const TEXT = `class A {\n${DOC}${FUNCTION}}\n`;

it.each([undefined, 0, TEXT.indexOf('[4,5'), TEXT.indexOf('[0,2'), TEXT.indexOf('y[i][j]')])(
  'opens with the cursor at %s',
  (cursor) => {
    expect(layer({ text: TEXT, languageId: 'java', ...(cursor !== undefined && { cursor }) })).toMatchObject({
      operation: 'conv_forward',
      options: { stride: 1, padding: 0 },
      roles: { x: { shape: [1, 2, 3, 1] }, w: { values: [1, 0, 0, 2] } },
    });
  },
);

it('does not open where the program has data of its own', () => {
  const text = `${DOC}\nint[][] y = lib.convolve(new int[][] {{7, 8, 9}, {1, 2, 3}}, kernel);\n`;
  expect(refusal({ text, languageId: 'java' })[0]).toMatch(/lib\.convolve/);
});
