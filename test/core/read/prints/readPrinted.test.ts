/** Printed output as labelled results: labels, indices, quantities, values and printed digits. */
import { describe, expect, test } from 'vitest';
import { readPrinted } from '../../../../core/read/prints/readPrinted';

/** One line per result: label, variable, index, quantity, then kind, shape and values. */
function lines(text: string): string[] {
  return readPrinted(text).map(({ label, value }) => {
    const head = label
      ? `${label.text}|${label.name ?? ''}|${label.index ?? ''}|${label.quantity ?? ''}`
      : '(no label)';
    if (value.kind === 'text') return `${head} -> text ${value.text}`;
    if (value.kind === 'unreadable') return `${head} -> unreadable`;
    return `${head} -> ${value.kind} (${value.array.shape.join(',')}) ${[...value.array.data].join(' ')}`;
  });
}

const TABLE: readonly (readonly [text: string, ...results: string[]])[] = [
  [
    '[array([[1., 2.],\n       [3., 4.]], dtype=float32), array([0.5, 0. ], dtype=float32)]',
    '(no label) -> array (2,2) 1 2 3 4',
    '(no label) -> array (2) 0.5 0',
  ],
  ['(tensor([[1., 2.]]), tensor([3.]))', '(no label) -> array (1,2) 1 2', '(no label) -> array (1) 3'],
  [
    'x[1,1] = [[ 0.90085595 -0.68372786]\n [-0.12289023 -0.93576943]]',
    'x[1,1]|x|[1,1]| -> array (2,2) 0.90085595 -0.68372786 -0.12289023 -0.93576943',
  ],
  ['dA_prev[1, 1] =  [[0. 0.]\n [1. -2.]]\n', 'dA_prev[1, 1]|dA_prev|[1, 1]| -> array (2,2) 0 0 1 -2'],
  [
    'x.shape =\n (4, 3, 3, 2)\nx_pad.shape =\n (4, 9, 9, 2)',
    'x.shape|x||shape -> tuple (4) 4 3 3 2',
    'x_pad.shape|x_pad||shape -> tuple (4) 4 9 9 2',
  ],
  ['mean of dA =  0.14571390272918056', 'mean of dA|dA||mean -> number () 0.14571390272918056'],
  [
    "Z's mean =\n 0.5511276474566768\nZ[0,2,1] =\n [-2.17796037  8.07171329]",
    "Z's mean|Z||mean -> number () 0.5511276474566768",
    'Z[0,2,1]|Z|[0,2,1]| -> array (2) -2.17796037 8.07171329',
  ],
  [
    'cache_conv[0][1][2][3] =\n [-1.1191154   1.9560789 ]',
    'cache_conv[0][1][2][3]|cache_conv|[0][1][2][3]| -> array (2) -1.1191154 1.9560789',
  ],
  ['mode = max\nA.shape = (2, 3, 3, 3)', 'mode|mode|| -> text max', 'A.shape|A||shape -> tuple (4) 2 3 3 3'],
  [
    'dA_mean = 1.4524377775388075\ndW_mean = 1.7269914583139097',
    'dA_mean|dA_mean||mean -> number () 1.4524377775388075',
    'dW_mean|dW_mean||mean -> number () 1.7269914583139097',
  ],
  ['(5, 4, 2, 2)\n(5, 5, 3, 2)\n', '(no label) -> tuple (4) 5 4 2 2', '(no label) -> tuple (4) 5 5 3 2'],
  ['a = 1.5 b = [1 2]', 'a|a|| -> number () 1.5', 'b|b|| -> array (2) 1 2'],
  ['mean: 0.25, std: -1e-05', 'mean|mean|| -> number () 0.25', 'std|std|| -> number () -0.00001'],
  ['tensor([[1., 2.]], grad_fn=<X>)', '(no label) -> array (1,2) 1 2'],
  ['out torch.Size([2, 3])', ''],
  ['shape: torch.Size([2, 3])', 'shape|shape|| -> tuple (2) 2 3'],
  ['conv test: W = [3 4]', 'W|W|| -> array (2) 3 4'],
  ['W mean 0.5 b mean 0.25', 'W mean|W||mean -> number () 0.5', 'b mean|b||mean -> number () 0.25'],
  ['\u001b[92m All tests passed.', ''],
  ['[92m All tests passed.', ''],
  ['All tests passed!\nIn 2017 it took 3 hours', ''],
  ['x = [[1 2 ... 3]]\ny = 2', 'x|x|| -> unreadable', 'y|y|| -> number () 2'],
  ['mask =  [[ True False]\n [False False]]', 'mask|mask|| -> array (2,2) 1 0 0 0'],
  ['np.mean(Z) = nan', 'np.mean(Z)|Z||mean -> number () NaN'],
  ['Accuracy: 92%', 'Accuracy|Accuracy|| -> text 92%'],
];

describe('readPrinted', () => {
  test.each(TABLE)('%j', (text, ...results) => {
    expect(lines(text)).toEqual(results.filter((line) => line !== ''));
  });

  test('units: the last printed digit; an array shares the smallest, exponents keep their own', () => {
    const units = (text: string): number[] => {
      const [first] = readPrinted(text);
      return first && 'units' in first.value ? [...first.value.units] : [];
    };
    expect(units('[[ 5.05844394 -1.5]\n [0. 0.]]')).toEqual([1e-8, 1e-8, 1e-8, 1e-8]);
    expect(units('x = 1.5e3')).toEqual([100]);
    expect(units('[1.5e+03 2.25e-02]')).toEqual([100, 1e-4]);
    expect(units('a = 7')).toEqual([1]);
    expect(units('a = nan')).toEqual([0]);
  });

  test('ranges: label and value cut from the text give the label and the numbers', () => {
    const text = 'noise\n  dW[0, 1] = [ 1.5 -2. ] tail';
    const [result] = readPrinted(text);
    expect(text.slice(...result!.range)).toBe('dW[0, 1] = [ 1.5 -2. ]');
    expect(text.slice(...result!.value.range)).toBe('[ 1.5 -2. ]');
    expect(result!.label!.expression).toBe('dW[0, 1]');
  });
});
