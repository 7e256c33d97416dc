/** The user's values and the arrays of a layer: names, indices, quantities, layouts, digits. */
import { describe, expect, it } from 'vitest';
import { Comparison } from '../../../../core/check/stage/Comparison';
import { compareResult } from '../../../../core/check/result/compareResult';
import { ownValuesOf, readOwnValues } from '../../../../core/check/result/readOwnValues';
import { selectCells } from '../../../../core/check/result/selectCells';
import { transpose } from '../../../../core/check/adapt/layout/transpose';
import { conv2d } from '../../../../core/layer/conv2d';
import { conv2dBackward } from '../../../../core/layer/conv2dBackward';
import type { NdArray } from '../../../../core/array/NdArray';
import { formatMessage } from '../../../../core/message';
import { RandomState } from '../../../../core/random/RandomState';
import type { ConvLayer } from '../../../../core/step/Layer';

const random = new RandomState(1);
const options = { stride: 2, padding: 1 };
const x = random.randn(2, 5, 7, 4);
const w = random.randn(3, 3, 4, 8);
const forward: ConvLayer = { kind: 'conv', pass: 'forward', x, w, options };
const Z = conv2d(x, w, undefined, options);
const dZ = random.randn(...Z.shape);
const backward: ConvLayer = { ...forward, pass: 'backward', dZ };
const gradients = conv2dBackward(dZ, x, w, options);

function compareText(text: string, layer: ConvLayer, layout: 'NHWC' | 'NCHW' = 'NHWC') {
  const results = layer.pass === 'forward' ? { z: Z } : gradients;
  const { subject, unused } = compareResult({ layer, results, values: readOwnValues(text).values, names: {}, layout });
  return {
    comparison: new Comparison(subject),
    unused: unused.map(({ label, reason }) => `${label}: ${formatMessage(reason)}`),
  };
}

const at = ({ shape, data }: NdArray, ...index: number[]): number =>
  data[index.reduce((flat, each, axis) => flat * shape[axis]! + each, 0)]!;

describe('selectCells: an array of shape (2, 3, 4)', () => {
  const array: NdArray = { shape: [2, 3, 4], data: Float64Array.from({ length: 24 }, (_, k) => k) };

  it.each([
    ['[1, 1]', [4], [16, 17, 18, 19]],
    ['[0][2]', [4], [8, 9, 10, 11]],
    ['[1, :, -1]', [3], [15, 19, 23]],
    ['[..., 0]', [2, 3], [0, 4, 8, 12, 16, 20]],
    ['[:1, 1:3, ::2]', [1, 2, 2], [4, 6, 8, 10]],
    ['[1, 2, 3]', [], [23]],
  ])('%s', (index, shape, data) => {
    const cells = selectCells(array, index)!;
    expect([cells.shape, Array.from(cells.data)]).toEqual([shape, data]);
  });

  it.each(['[2]', '[0, 0, 0, 0]', '[[0, 1]]', '[i]', '[::-1]'])('%s is not an index that is read', (index) => {
    expect(selectCells(array, index)).toBe(undefined);
  });
});

describe('conv_forward, printed as the course does', () => {
  const cell = (i: number, h: number, col: number): string =>
    Array.from({ length: 8 }, (_, c) => at(Z, i, h, col, c).toFixed(8)).join(' ');

  it('a mean and a slice agree to their digits', () => {
    const mean = meanOf(Z);
    const { comparison, unused } = compareText(`Z's mean = ${mean}\nZ[0,2,1] =\n [${cell(0, 2, 1)}]\n`, forward);
    expect([comparison.differing, comparison.total, unused]).toEqual([0, 9, []]);
  });

  it('a wrong mean and a wrong cell are found, and the step of the cell', () => {
    const wrong = cell(1, 0, 2).replace(/^\S+/, '9.5');
    const { comparison } = compareText(`Z_mean = 0.25\nZ[1,0,2] = [${wrong}]`, forward);
    expect(comparison.differing).toBe(2);
    expect(comparison.marks).toEqual([comparison.flatOf(1, 0, 2, 0)]);
    expect(comparison.numbers.map(({ label, agrees }) => [label, agrees])).toEqual([['Z_mean', false]]);
  });

  it('results in comments are read', () => {
    const { comparison } = compareText(`# Z[0, 2, 1] = [${cell(0, 2, 1)}]`, forward);
    expect([comparison.differing, comparison.total]).toEqual([0, 8]);
  });

  it('the variable that the program assigns is another than one with another number', () => {
    const { values } = readOwnValues(`Z1[0, 2, 1] = [${cell(0, 2, 1)}]\nZ2[0, 2, 1] = [1. 2. 3. 4. 5. 6. 7. 8.]`);
    const request = { layer: forward, results: { z: Z }, values, names: {}, layout: 'NHWC' as const };
    const { subject, unused } = compareResult({ ...request, assigned: ['Z1', 'cache'] });
    expect([new Comparison(subject).differing, unused.map(({ label }) => label)]).toEqual([0, ['Z2[0, 2, 1]']]);
  });

  it('cells that are not given are neither counted nor marked', () => {
    const { comparison } = compareText(`Z[0,0,0] = [${cell(0, 0, 0)}]`, forward);
    expect([comparison.total, comparison.differing, comparison.marks]).toEqual([8, 0, []]);
  });

  it('four printed digits agree, a fifth that is wrong does not', () => {
    const value = at(Z, 0, 0, 0, 0);
    expect(compareText(`Z[0, 0, 0, 0] = ${value.toFixed(4)}`, forward).comparison.differing).toBe(0);
    expect(compareText(`Z[0, 0, 0, 0] = ${(value + 3e-5).toFixed(5)}`, forward).comparison.differing).toBe(1);
  });

  it('inputs and arrays that fit no result are listed', () => {
    const { unused } = compareText(`Z.shape = (2, 3, 4, 8)\nW = [1.5 2.5]\nother = [1. 2. 3.]`, forward);
    expect(unused).toEqual(['W: it is an input of the layer', 'other: its shape (3,) fits no result']);
  });

  it('a wrong shape is compared: every cell differs', () => {
    const values = ownValuesOf([
      { name: 'Z', array: { shape: [2, 5, 7, 8], data: new Float64Array(560) }, range: [0, 0] },
    ]);
    const { subject } = compareResult({ layer: forward, results: { z: Z }, values, names: {}, layout: 'NHWC' });
    const comparison = new Comparison(subject);
    expect([comparison.shapes, comparison.differing]).toEqual([['(2, 5, 7, 8)', '(2, 3, 4, 8)'], 192]);
  });

  it('channels first, whole and as a slice', () => {
    const own = transpose(Z, [0, 3, 1, 2]);
    const values = ownValuesOf([{ name: 'result.npy', array: own, range: [0, 0] }]);
    const { subject } = compareResult({ layer: forward, results: { z: Z }, values, names: {}, layout: 'NCHW' });
    expect(new Comparison(subject).differing).toBe(0);
    const slice = selectCells(own, '[1, 3, 0]')!;
    const text = `Z[1, 3, 0] = [${Array.from(slice.data, (value) => value.toFixed(8)).join(' ')}]`;
    expect(compareText(text, forward, 'NCHW').comparison.differing).toBe(0);
  });

  it('values without any result are refused by name', () => {
    expect(() => compareText('b = [1. 2.]', forward)).toThrow(/nothing is compared with Z: b: it is an input/);
    expect(() => compareText('no numbers', forward)).toThrow(/there are no numbers to compare with Z/);
  });
});

it('conv_backward: dA, dW and db by name, the wrong one counted', () => {
  const { dX, dW, db } = gradients;
  const text = `dA_mean = ${meanOf(dX)}\ndW_mean = ${meanOf(dW) + 0.01}\ndb_mean = ${meanOf(db)}`;
  const { comparison } = compareText(text, backward);
  expect(comparison.numbers.map(({ label, agrees }) => [label, agrees])).toEqual([
    ['dA_mean', true],
    ['dW_mean', false],
    ['db_mean', true],
  ]);
});

function meanOf({ data }: NdArray): number {
  return Array.from(data).reduce((sum, value) => sum + value, 0) / data.length;
}
