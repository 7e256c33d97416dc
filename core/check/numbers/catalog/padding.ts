/** Mistakes in padding, and other paddings. */
import { msg } from '../../../message';
import { wrong, type WrongLayer } from './WrongLayer';

const WIDTHS = '((0, 0), (pad, pad), (pad, pad), (0, 0))';
const PADDED = 'mode="constant", constant_values=0';
const ONLY_ROWS_AND_COLUMNS = msg('Only rows and columns are padded, not examples and channels');

export const WRONG_PADDING: readonly WrongLayer[] = [
  wrong('pad-value', 'zero_pad', msg('The frame is filled with a value other than 0'), [
    'constant_values=0',
    'constant_values=pad',
  ]),
  wrong('pad-axes', 'zero_pad', ONLY_ROWS_AND_COLUMNS, [WIDTHS, '((0, 0), (0, 0), (pad, pad), (pad, pad))']),
  wrong('pad-axes', 'zero_pad', ONLY_ROWS_AND_COLUMNS, [WIDTHS, '((pad, pad), (pad, pad), (0, 0), (0, 0))']),
  wrong('pad-axes', 'zero_pad', msg('The channels are padded too'), [
    WIDTHS,
    '((0, 0), (pad, pad), (pad, pad), (pad, pad))',
  ]),
  wrong('pad-axes', 'zero_pad', msg('The examples are padded too'), [
    WIDTHS,
    '((pad, pad), (pad, pad), (pad, pad), (0, 0))',
  ]),
  wrong('padding-ignored', 'zero_pad', msg('The padding is ignored'), [WIDTHS, '0']),
  wrong('pad-one-side', 'zero_pad', msg('Only the top and the left are padded: all four sides need padding'), [
    WIDTHS,
    '((0, 0), (pad, 0), (pad, 0), (0, 0))',
  ]),
  wrong('pad-one-side', 'zero_pad', msg('Only the bottom and the right are padded: all four sides need padding'), [
    WIDTHS,
    '((0, 0), (0, pad), (0, pad), (0, 0))',
  ]),
  wrong('pad-axes', 'zero_pad', msg('Only the rows are padded, not the columns'), [
    WIDTHS,
    '((0, 0), (pad, pad), (0, 0), (0, 0))',
  ]),
  wrong('pad-axes', 'zero_pad', msg('Only the columns are padded, not the rows'), [
    WIDTHS,
    '((0, 0), (0, 0), (pad, pad), (0, 0))',
  ]),
  wrong('pad-axes', 'zero_pad', msg('Examples and channels are padded too'), [WIDTHS, 'pad']),
  wrong('pad-width', 'zero_pad', msg('The padding is one cell wide, not pad'), [
    WIDTHS,
    '((0, 0), (1, 1), (1, 1), (0, 0))',
  ]),
  wrong('pad-twice', 'zero_pad', msg('The padding is twice as wide'), [
    WIDTHS,
    '((0, 0), (2 * pad, 2 * pad), (2 * pad, 2 * pad), (0, 0))',
  ]),
  wrong('pad-value', 'zero_pad', msg('The frame is filled with a value other than 0'), [
    'constant_values=0',
    'constant_values=1',
  ]),
  wrong('replicate-padding', 'zero_pad', msg('the padding repeats the values of the border'), [PADDED, 'mode="edge"']),
  wrong('reflect-padding', 'zero_pad', msg('the padding reflects the values at the border'), [
    PADDED,
    'mode="reflect"',
  ]),
  wrong('circular-padding', 'zero_pad', msg('the padding continues with the opposite border'), [PADDED, 'mode="wrap"']),
];
