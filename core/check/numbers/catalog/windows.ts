/** Mistakes in the place or the size of the window, which every layer with windows can have, and messages that several layers share. */
import { msg } from '../../../message';
import type { CourseFunction } from '../../CourseFunction';
import { wrong, type WrongLayer } from './WrongLayer';

const ROW = 'vert_start = h * stride';
const COLUMN = 'horiz_start = w * stride';
const LAST_ROW = 'vert_end = vert_start + f';
const LAST_COLUMN = 'horiz_end = horiz_start + f';

const ROWS_FOR_COLUMNS = msg('Rows are used for columns: the window moves along the diagonal');

export const NOT_ACCUMULATED = msg('The gradient is overwritten in every step: contributions have to be added');
export const FIRST_EXAMPLE = msg('Every example is computed from the first one');
export const FIRST_CHANNEL = msg('Every channel is computed from the first one');
export const ONLY_FIRST_EXAMPLE = msg('Only the first example is computed: the function returns in its loop');
export const MAXIMUM_FOR_MASK = msg('The mask is the maximum itself: it must mark the cells that equal the maximum');
export const NOT_DISTRIBUTED = msg('The gradient must be divided evenly over the cells of the window');

export function wrongWindows(operation: CourseFunction): WrongLayer[] {
  return [
    wrong(
      'stride-ignored',
      operation,
      msg('The stride is ignored: windows start at h and w, not at h * stride and w * stride'),
      [ROW, 'vert_start = h'],
      [COLUMN, 'horiz_start = w'],
    ),
    wrong('stride-ignored', operation, msg('The stride is ignored along the rows'), [ROW, 'vert_start = h']),
    wrong('stride-ignored', operation, msg('The stride is ignored along the columns'), [COLUMN, 'horiz_start = w']),
    wrong(
      'stride-added',
      operation,
      msg('The stride is added to the index of the output cell: it must be multiplied'),
      [ROW, 'vert_start = h + stride'],
      [COLUMN, 'horiz_start = w + stride'],
    ),
    wrong(
      'window-for-stride',
      operation,
      msg('The windows lie side by side: their starts are multiplied with the size of the window, not with the stride'),
      [ROW, 'vert_start = h * f'],
      [COLUMN, 'horiz_start = w * f'],
    ),
    wrong('rows-columns-swapped', operation, ROWS_FOR_COLUMNS, [COLUMN, 'horiz_start = h * stride']),
    wrong('rows-columns-swapped', operation, ROWS_FOR_COLUMNS, [ROW, 'vert_start = w * stride']),
    wrong(
      'rows-columns-swapped',
      operation,
      msg('Rows and columns of the window are swapped'),
      [ROW, 'vert_start = w * stride'],
      [COLUMN, 'horiz_start = h * stride'],
    ),
    wrong(
      'counted-from-one',
      operation,
      msg('Positions are counted from one: the first row and column are missing'),
      ['for h in range(n_H)', 'for h in range(1, n_H)'],
      ['for w in range(n_W)', 'for w in range(1, n_W)'],
    ),
    wrong(
      'last-missing',
      operation,
      msg('The loops end one too early: the last row and column are missing'),
      ['for h in range(n_H)', 'for h in range(n_H - 1)'],
      ['for w in range(n_W)', 'for w in range(n_W - 1)'],
    ),
  ];
}

/** Windows of another size: a filter does not fit these, so that only poolings have them. */
export function wrongSizes(operation: CourseFunction): WrongLayer[] {
  return [
    ['f + 1', msg('The window is one row and column too large')] as const,
    ['f - 1', msg('The window is one row and column too small')] as const,
    ['stride', msg('The window is as large as the stride, not as f')] as const,
  ].map(([size, detail]) =>
    wrong(
      'window-size',
      operation,
      detail,
      [LAST_ROW, `vert_end = vert_start + ${size}`],
      [LAST_COLUMN, `horiz_end = horiz_start + ${size}`],
    ),
  );
}

/** Output sizes of another formula. `padded`: the part of the formula that is the padding. */
export function wrongOutputSizes(operation: CourseFunction, padded: string): WrongLayer[] {
  const formulas = (change: (axis: string) => string): [string, string][] =>
    ['H', 'W'].map((axis) => [`(n_${axis}_prev - f${padded}) // stride + 1`, change(axis)]);
  return [
    wrong(
      'output-size',
      operation,
      msg('The output is one row and column too small: its size is ⌊(n − f + 2·pad) / stride⌋ + 1'),
      ...formulas((axis) => `(n_${axis}_prev - f${padded}) // stride`),
    ),
    wrong(
      'output-size',
      operation,
      msg('The output is computed for stride 1: its size is ⌊(n − f + 2·pad) / stride⌋ + 1'),
      ...formulas((axis) => `n_${axis}_prev - f${padded} + 1`),
    ),
    ...(padded === ''
      ? []
      : [
          wrong(
            'output-size',
            operation,
            msg(
              'The padding counts once in the size of the output, not twice: its size is ⌊(n − f + 2·pad) / stride⌋ + 1',
            ),
            ...formulas((axis) => `(n_${axis}_prev - f + pad) // stride + 1`),
          ),
          wrong(
            'output-size',
            operation,
            msg('The padding is missing in the size of the output: its size is ⌊(n − f + 2·pad) / stride⌋ + 1'),
            ...formulas((axis) => `(n_${axis}_prev - f) // stride + 1`),
          ),
        ]),
  ];
}
