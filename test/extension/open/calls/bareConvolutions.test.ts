/** Convolutions of other files that get an image and a kernel alone. */
import { expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';
import { layer } from '../requests';

const image = [1, 0, 2, 3, 1, 4, 2, 0, 5];
const kernel = [1, -1, 0, 2];
const assumed = /is not in the text: stride 1, no padding and a kernel that is not turned are assumed/;

it.each([
  [
    'csharp',
    `var image = new Matrix(new double[,] { {1, 0, 2}, {3, 1, 4}, {2, 0, 5} });
var kernel = new Matrix(new double[,] { {1, -1}, {0, 2} });
Console.WriteLine(Convolve(image, kernel));
`,
  ],
  [
    'javascript',
    `const image = [[1, 0, 2], [3, 1, 4], [2, 0, 5]];
const kernel = [[1, -1], [0, 2]];
console.log(lib.convolution(image, kernel));
`,
  ],
  [
    'java',
    `int[][] picture = {{1, 0, 2}, {3, 1, 4}, {2, 0, 5}};
int[][] kernel = {{1, -1}, {0, 2}};
int[][] out = Filters.convolve2D(kernel, picture);
`,
  ],
])('%s: the assumed options are stated', (languageId, text) => {
  const { operation, roles, options, assumptions } = layer({ text, languageId });
  expect([operation, roles['x']?.values, roles['w']?.values]).toEqual(['conv_forward', image, kernel]);
  expect(options).toMatchObject({ stride: 1, padding: 0 });
  expect(assumptions.join()).toMatch(assumed);
});

it('another result in the text refuses the assumption', () => {
  const text = `int[][] a = {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}};
int[][] kernel = {{1, 1}, {1, 1}};
int[][] res = {{4, 8, 12}, {16, 20, 24}, {28, 32, 36}};
assert (Arrays.deepEquals(res, Functions.convolution(a, kernel)));
`;
  expect(openText({ text, languageId: 'java' }).kind).toBe('refused');
});

it('records with a width and a height, and a padding in words', () => {
  const text = `const A = { data: [1, 0, 2, 3, 1, 4], width: 3, height: 2 };
const B = { data: [0, 0, 0, 0, 2, 0, 0, 0, 1], width: 3, height: 3 };
const out = conv2(A, B, 'same');
`;
  expect(layer({ text, languageId: 'javascript' })).toMatchObject({
    operation: 'conv_forward',
    options: { padding: 'same_upper' },
    roles: { x: { shape: [1, 2, 3, 1] }, w: { values: [0, 0, 0, 0, 2, 0, 0, 0, 1] } },
  });
});

it.each([
  ['java', 'static double[][] convolve(double[][] a, double[][] k) {\n  return other(a, k);\n}\n'],
  ['csharp', 'static double[,] convolve(double[,] a, double[,] k) => Other(a, k);\n'],
  ['typescript', 'function convolve(a: Grid, k: Grid): Grid {\n  return other(a, k);\n}\n'],
  ['javascript', 'class Filters {\n  convolve(a, k) {\n    return other(a, k);\n  }\n}\n'],
])('%s: nothing is assumed of a function that the text has', (languageId, definition) => {
  const brackets = languageId.endsWith('script') ? ['const', '[', ']'] : ['double[][]', '{', '}'];
  const [type, open, close] = brackets;
  const matrix = (rows: string[]): string => `${open}${rows.map((row) => `${open}${row}${close}`).join(', ')}${close}`;
  const text = `${definition}${type} a = ${matrix(['1, 2, 3', '4, 5, 6', '7, 8, 9'])};\n${type} k = ${matrix(['1, 2', '3, 4'])};\nvar y = convolve(a, k);\n`;
  expect(openText({ text, languageId }).kind).toBe('refused');
});

it('loops whose bound adds a number: `i + 2 <= img.length`', () => {
  const text = `const img = [[1, 0, 2], [3, 1, 4], [2, 0, 5]];
const k = [[1, -1], [0, 2]];
function convolve(img: number[][], k: number[][]): number[][] {
  const out: number[][] = [];
  for (let i = 0; i + 2 <= img.length; i++) {
    const row: number[] = [];
    for (let j = 0; j + 2 <= img[0].length; j++) {
      let sum = 0;
      for (let m = 0; m < 2; m++) for (let n = 0; n < 2; n++) sum += img[i + m][j + n] * k[m][n];
      row.push(sum);
    }
    out.push(row);
  }
  return out;
}
console.log(convolve(img, k));
`;
  const { operation, roles, assumptions } = layer({ text, languageId: 'typescript' });
  expect([operation, roles['x']?.values, roles['w']?.values]).toEqual(['conv_forward', image, kernel]);
  expect(assumptions.join()).not.toMatch(assumed);
});
