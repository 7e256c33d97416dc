import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NdArray } from '../../../core/array/NdArray';
import { exportFormats, formatsFor } from '../../../core/export/exportFormats';
import type { ExportFormat } from '../../../core/export/ExportFormat';
import { cFormat } from '../../../core/export/formats/c';
import { csvFormat } from '../../../core/export/formats/csv';
import { javascriptFormat } from '../../../core/export/formats/javascript';
import { jsonFormat } from '../../../core/export/formats/json';
import { juliaFormat } from '../../../core/export/formats/julia';
import { latexFormat } from '../../../core/export/formats/latex';
import { markdownFormat } from '../../../core/export/formats/markdown';
import { matlabFormat } from '../../../core/export/formats/matlab';
import { numpyFormat } from '../../../core/export/formats/numpy';
import { pythonListFormat } from '../../../core/export/formats/pythonList';
import { pytorchFormat } from '../../../core/export/formats/pytorch';
import { rFormat } from '../../../core/export/formats/r';
import { tensorflowFormat } from '../../../core/export/formats/tensorflow';
import { parseArrays } from '../../../core/read/parseArrays';
import { doubles, doublesOf, images, isFinite, singles } from './exportedArrays';

const readBack = (text: string, languageId: string): NdArray | undefined =>
  parseArrays(text, { languageId }).arrays[0]?.array;

const like = (array: NdArray, data: NdArray['data']): NdArray => ({
  shape: array.shape,
  data: data instanceof Float32Array ? Float32Array.from(data) : Float64Array.from(data),
});

describe('our own readers read back the same numbers', () => {
  const everyDouble: readonly (readonly [ExportFormat, language: string])[] = [
    [numpyFormat, 'python'],
    [pytorchFormat, 'python'],
    [tensorflowFormat, 'python'],
  ];
  test.each(everyDouble)('$label: arrays of zero to four axes', (format, language) => {
    fc.assert(
      fc.property(doubles, (array) => {
        expect(readBack(format.write({ array, name: 'x' }), language)).toEqual(array);
      }),
    );
  });

  test.each([
    [pythonListFormat, 'python'],
    [javascriptFormat, 'javascript'],
    [cFormat, 'c'],
  ])('$label: arrays of one to four axes', (format, language) => {
    const arrays = doubles.filter(({ shape }) => shape.length > 0);
    fc.assert(
      fc.property(
        arrays,
        (array) => void expect(readBack(format.write({ array, name: 'x' }), language)).toEqual(array),
      ),
    );
  });

  test('JSON: finite numbers of one to four axes', () => {
    const arrays = doubles.filter((array) => isFinite(array) && array.shape.length > 0);
    fc.assert(
      fc.property(arrays, (array) => void expect(readBack(jsonFormat.write({ array }), 'json')).toEqual(array)),
    );
  });

  test.each([
    [matlabFormat, 'matlab'],
    [juliaFormat, 'julia'],
    [csvFormat, 'csv'],
  ])('$label: matrices of at least two rows and columns', (format, language) => {
    const matrices = doubles.filter(({ shape }) => shape.length === 2 && shape.every((extent) => extent > 1));
    fc.assert(
      fc.property(matrices, (array) => {
        expect(readBack(format.write({ array }), language)).toEqual(array);
      }),
    );
  });

  test('Markdown: finite matrices', () => {
    const matrices = doubles.filter((array) => isFinite(array) && array.shape.length === 2 && array.data.length > 1);
    fc.assert(
      fc.property(matrices, (array) => {
        expect(readBack(markdownFormat.write({ array }), 'markdown')).toEqual(array);
      }),
    );
  });

  test('NumPy: float32 in no more digits than it needs', () => {
    fc.assert(
      fc.property(singles, (array) => {
        const back = readBack(numpyFormat.write({ array }), 'python')!;
        expect(like(array, Float32Array.from(back.data))).toEqual(array);
      }),
    );
    const array = { shape: [3], data: Float32Array.of(0.1, 1 / 3, -16777216) };
    expect(numpyFormat.write({ array })).toBe('np.array([0.1, 0.33333334, -16777216.0], dtype=np.float32)');
  });

  test('lists of Python, JavaScript, JSON and CSV keep a float32 as a double', () => {
    const array = { shape: [1, 2], data: Float32Array.of(0.1, 0.5) };
    for (const format of [pythonListFormat, javascriptFormat, jsonFormat, csvFormat]) {
      expect(format.write({ array }), format.label).toContain('0.10000000149011612');
    }
  });
});

describe('each format on a (2, 3) array named A_prev', () => {
  const array = doublesOf([2, 3], 1, -2.5, 3, 0, 1e21, -0);
  test.each([
    [numpyFormat, 'A_prev = np.array([[1.0, -2.5, 3.0],\n                   [0.0, 1e+21, -0.0]])'],
    [pythonListFormat, 'A_prev = [[1.0, -2.5, 3.0],\n          [0.0, 1e+21, -0.0]]'],
    [
      pytorchFormat,
      'A_prev = torch.tensor([[1.0, -2.5, 3.0],\n                       [0.0, 1e+21, -0.0]], dtype=torch.float64)',
    ],
    [
      tensorflowFormat,
      'A_prev = tf.constant([[1.0, -2.5, 3.0],\n                      [0.0, 1e+21, -0.0]], dtype=tf.float64)',
    ],
    [jsonFormat, '[[1, -2.5, 3],\n [0, 1e+21, -0]]'],
    [csvFormat, '1,-2.5,3\n0,1e+21,-0\n'],
    [javascriptFormat, 'const A_prev = [[1, -2.5, 3],\n                [0, 1e+21, -0]];'],
    [cFormat, 'const double A_prev[2][3] = {{1.0, -2.5, 3.0},\n                             {0.0, 1e+21, -0.0}};'],
    [matlabFormat, 'A_prev = [1 -2.5 3;\n          0 1e+21 -0];'],
    [juliaFormat, 'A_prev = Float64[1.0 -2.5 3.0;\n                 0.0 1e+21 -0.0]'],
    [rFormat, 'A_prev <- matrix(c(1, -2.5, 3,\n                   0, 1e+21, -0), nrow = 2, byrow = TRUE)'],
    [
      latexFormat,
      'A_{\\mathrm{prev}} = \\begin{bmatrix}\n  1 & -2.5 & 3 \\\\\n  0 & 1 \\times 10^{21} & -0\n\\end{bmatrix}',
    ],
    [
      markdownFormat,
      '|    |  0 |     1 |  2 |\n| -: | -: | ----: | -: |\n|  0 |  1 |  -2.5 |  3 |\n|  1 |  0 | 1e+21 | -0 |\n',
    ],
  ])('$label', (format, text) => {
    expect(format.write({ array, name: 'A_prev' })).toBe(text);
  });

  test('every format of the table is listed here', () => {
    expect(exportFormats).toHaveLength(13);
  });
});

test('LaTeX writes more columns than amsmath’s matrices have as an array', () => {
  const row = (n: number) => latexFormat.write({ array: doublesOf([1, n], ...Array<number>(n).fill(1)) });
  expect(row(10)).toMatch(/^\\begin\{bmatrix\}/);
  expect(row(11)).toMatch(/^\\left\[\\begin\{array\}\{\*\{11\}\{c\}\}\n {2}1 & [\s\S]*\n\\end\{array\}\\right\]$/);
});

test('R: a number whose digits R would read as its neighbour is hexadecimal', () => {
  const texts = rFormat.write({ array: doublesOf([5], 0.1, 0.4357040075858368, -1e-30, 5e-324, 2 ** 40) });
  expect(texts).toBe('c(0.1, 0x1.be2930fd44eb9p-2, -0x1.4484bfeebc2ap-100, 0x0.0000000000001p-1022, 1099511627776)');
});

test('more than two axes: column-major languages reverse and permute them, tables are one a plane', () => {
  const array = doublesOf([2, 1, 2], 1, 2, 3, 4);
  expect(matlabFormat.write({ array })).toBe('permute(reshape([1, 2, ...\n                 3, 4], 2, 1, 2), [3 2 1])');
  expect(juliaFormat.write({ array })).toBe(
    'permutedims(reshape(Float64[1.0, 2.0,\n                            3.0, 4.0], 2, 1, 2), (3, 2, 1))',
  );
  expect(rFormat.write({ array })).toBe('aperm(array(c(1, 2,\n              3, 4), dim = c(2, 1, 2)), c(3, 2, 1))');
  expect(latexFormat.write({ array: images, name: 'A' })).toContain('A[1, 0, :, :] = \\begin{bmatrix}');
  expect(markdownFormat.write({ array: images }).match(/array\[\d, \d, :, :\]/g)).toHaveLength(4);
});

test('one axis and none', () => {
  const row = doublesOf([2], 1, 2);
  expect([matlabFormat, juliaFormat, rFormat].map((format) => format.write({ array: row }))).toEqual([
    '[1 2]',
    'Float64[1.0, 2.0]',
    'c(1, 2)',
  ]);
  const number = doublesOf([], 2.5);
  expect(
    [numpyFormat, pytorchFormat, matlabFormat, juliaFormat, rFormat, csvFormat].map((format) =>
      format.write({ array: number }),
    ),
  ).toEqual(['np.array(2.5)', 'torch.tensor(2.5, dtype=torch.float64)', '2.5', 'Float64(2.5)', '2.5', '2.5\n']);
  // A matrix of one column is not a vector of Julia.
  expect(juliaFormat.write({ array: doublesOf([2, 1], 1, 2) })).toBe(
    'permutedims(reshape(Float64[1.0,\n                            2.0], 1, 2), (2, 1))',
  );
});

describe('element types', () => {
  const bytes = { array: doublesOf([1, 2], 0, 255), dtype: 'uint8' };
  test('integers are written as such, with their type where the format has one', () => {
    expect(
      [numpyFormat, pytorchFormat, cFormat, matlabFormat, juliaFormat, rFormat].map((format) => format.write(bytes)),
    ).toEqual([
      'np.array([[0, 255]], dtype=np.uint8)',
      'torch.tensor([[0, 255]], dtype=torch.uint8)',
      '#include <stdint.h>\nconst uint8_t array[1][2] = {{0, 255}};',
      'uint8([0 255])',
      'UInt8[0 255]',
      'matrix(c(0L, 255L), nrow = 1, byrow = TRUE)',
    ]);
  });

  test('Boolean values', () => {
    const mask = { array: doublesOf([2], 1, 0), dtype: 'bool' };
    expect([numpyFormat, cFormat, rFormat].map((format) => format.write(mask))).toEqual([
      'np.array([True, False])',
      '#include <stdbool.h>\nconst bool array[2] = {true, false};',
      'c(TRUE, FALSE)',
    ]);
  });

  test('a value that the stated type does not have makes the array float64', () => {
    for (const value of [256, -1, 0.5, NaN, -0]) {
      expect(numpyFormat.write({ array: doublesOf([1], value), dtype: 'uint8' })).not.toContain('uint8');
    }
    expect(numpyFormat.write({ array: doublesOf([1], 2 ** 53), dtype: 'int64' })).toBe(
      'np.array([9007199254740992.0])',
    );
  });
});

test('names become identifiers: subscripts are replaced, reserved words and digits avoided', () => {
  const array = doublesOf([1], 1);
  const named = (name: string) => javascriptFormat.write({ array, name }).slice('const '.length, -' = [1];'.length);
  expect(['A_prev', 'cache["W"]', '#1', 'new', '2nd', '_x', '数组'].map(named)).toEqual([
    'A_prev',
    'cache_W',
    'array',
    'new_',
    'nd',
    'x',
    'array',
  ]);
});

test('the formats that fit into a document come first', () => {
  expect(formatsFor('c')[0]).toBe(cFormat);
  expect(formatsFor('typescript')[0]).toBe(javascriptFormat);
  expect(formatsFor('plaintext')).toEqual(exportFormats);
  expect(formatsFor('r')).toHaveLength(exportFormats.length);
});
