/** Convolutions of other files that get an image and a kernel alone. */
import { expect, it } from 'vitest';
import { openText } from '../../../extension/session/openText';
import { layer } from './requests';

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
