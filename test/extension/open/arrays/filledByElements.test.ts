/** Arrays of MATLAB that begin with an element, checks of Scala and Kotlin without brackets, and layouts of filters of WebNN. */
import { expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';
import { layer } from '../requests';

it('a loop whose result grows', () => {
  const text = `I = [7 1 2 0; 3 3 1 4; 0 5 2 2];
F = [1 2; 0 1];
for r = 1:2
  for c = 1:3
    G(r, c) = sum(sum(I(r:r+1, c:c+1) .* F));
  end
end
`;
  expect(layer({ text, languageId: 'matlab' })).toMatchObject({
    operation: 'conv_forward',
    options: { stride: 1, padding: 0 },
    roles: { x: { shape: [1, 3, 4, 1] }, w: { values: [1, 2, 0, 1] } },
  });
});

const list = (rows: readonly (readonly number[])[], name: string): string =>
  `${name}(${rows.map((row) => `${name}(${row.join(', ')})`).join(', ')})`;
const [input, filter, output] = [
  [
    [7, 1, 2],
    [3, 3, 1],
    [0, 5, 2],
  ],
  [
    [1, 2],
    [0, 1],
  ],
  [
    [12, 6],
    [14, 7],
  ],
];

it.each([
  ['scala', 'Array', 'Ops.convolve(grid, kernel) shouldBe '],
  ['scala', 'List', 'Ops.convolve(grid, kernel) must equal ('],
  ['kotlin', 'listOf', 'convolve(grid, kernel) shouldEqual '],
])('%s: %s: %s', (languageId, name, check) => {
  const end = check.endsWith('(') ? ')' : '';
  const text = `val grid = ${list(input, name)}\nval kernel = ${list(filter, name)}\n${check}${list(output, name)}${end}\n`;
  expect(layer({ text, languageId })).toMatchObject({ operation: 'conv_forward', options: { stride: 1 } });
});

it.each([
  ['ohwi', '[2, 1, 2, 1]'],
  ['hwio', '[1, 2, 1, 2]'],
])('filters of the layout %s', (layout, shape) => {
  const text = `const x = builder.constant({dataType: 'float32', shape: [1, 2, 2, 1]}, new Float32Array([6, 1, 2, 3]));
const f = builder.constant({dataType: 'float32', shape: ${shape}}, new Float32Array([1, 2, 3, 4]));
const y = builder.conv2d(x, f, {inputLayout: 'nhwc', filterLayout: '${layout}'});
`;
  const values = layout === 'ohwi' ? [1, 3, 2, 4] : [1, 2, 3, 4];
  expect(layer({ text, languageId: 'javascript' }).roles).toMatchObject({ w: { shape: [1, 2, 1, 2], values } });
  const other = openText({ text: text.replace(`'${layout}'`, "'hwi'"), languageId: 'javascript' });
  expect(other).toMatchObject({ kind: 'refused', message: 'hwi of builder.conv2d is not supported' });
});
