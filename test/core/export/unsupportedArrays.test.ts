/** What a format cannot hold: NaN, empty arrays, element types. */
import { expect, test } from 'vitest';
import { cFormat } from '../../../core/export/formats/c';
import { csvFormat } from '../../../core/export/formats/csv';
import { jsonFormat } from '../../../core/export/formats/json';
import { latexFormat } from '../../../core/export/formats/latex';
import { markdownFormat } from '../../../core/export/formats/markdown';
import { juliaFormat } from '../../../core/export/formats/julia';
import { matlabFormat } from '../../../core/export/formats/matlab';
import { numpyFormat } from '../../../core/export/formats/numpy';
import { pytorchFormat } from '../../../core/export/formats/pytorch';
import { rFormat } from '../../../core/export/formats/r';
import { tensorflowFormat } from '../../../core/export/formats/tensorflow';
import { doublesOf } from './exportedArrays';

test('NaN in JSON', () => {
  expect(() => jsonFormat.write({ array: doublesOf([1], NaN) })).toThrow('JSON cannot hold NaN');
});

test('empty arrays in C, CSV, LaTeX and Markdown; the others keep the shape', () => {
  const array = doublesOf([0, 3]);
  for (const format of [cFormat, csvFormat, latexFormat, markdownFormat])
    expect(() => format.write({ array })).toThrow('(0, 3)');
  expect(
    [numpyFormat, pytorchFormat, tensorflowFormat, matlabFormat, juliaFormat, rFormat].map((format) =>
      format.write({ array }),
    ),
  ).toEqual([
    'np.zeros((0, 3))',
    'torch.zeros([0, 3], dtype=torch.float64)',
    'tf.zeros([0, 3], dtype=tf.float64)',
    'zeros(0, 3)',
    'zeros(Float64, 0, 3)',
    'array(numeric(0), dim = c(0, 3))',
  ]);
});

test('uint16 in PyTorch', () => {
  expect(() => pytorchFormat.write({ array: doublesOf([1], 1), dtype: 'uint16' })).toThrow(
    'PyTorch has no element type uint16',
  );
});
