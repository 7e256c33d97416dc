/** Mistakes in poolings, in their gradients and in the helpers of these. */
import { msg, type Message } from '../../../message';
import { wrong, type WrongLayer } from './WrongLayer';
import {
  FIRST_CHANNEL,
  FIRST_EXAMPLE,
  MAXIMUM_FOR_MASK,
  NOT_ACCUMULATED,
  NOT_DISTRIBUTED,
  ONLY_FIRST_EXAMPLE,
  wrongOutputSizes,
  wrongSizes,
  wrongWindows,
} from './windows';

const SWAPPED_MODES = msg('The branches of max and average are swapped');

const MAXIMUM = 'np.max(a_prev_slice)';
const MEAN = 'np.mean(a_prev_slice)';
const SLICE = 'vert_start:vert_end, horiz_start:horiz_end, c]';

export const WRONG_POOL_FORWARD: readonly WrongLayer[] = [
  ...wrongWindows('pool_forward'),
  ...wrongSizes('pool_forward'),
  ...wrongOutputSizes('pool_forward', ''),
  wrong('whole-plane', 'pool_forward', msg('The whole plane is taken, not the window'), [SLICE, ':, :, c]']),
  wrong('all-channels', 'pool_forward', msg('All channels are taken at once: every channel has the same value'), [
    'horiz_start:horiz_end, c]',
    'horiz_start:horiz_end, :]',
  ]),
  wrong('channel-fixed', 'pool_forward', FIRST_CHANNEL, ['horiz_start:horiz_end, c]', 'horiz_start:horiz_end, 0]']),
  wrong('all-examples', 'pool_forward', msg('All examples are taken at once'), ['A_prev[i, ', 'A_prev[:, ']),
  wrong('example-fixed', 'pool_forward', FIRST_EXAMPLE, ['A_prev[i, ', 'A_prev[0, ']),
  wrong('returned-in-loop', 'pool_forward', ONLY_FIRST_EXAMPLE, ['for i in range(m)', 'for i in range(1)']),
  wrong('rows-columns-swapped', 'pool_forward', msg('Rows and columns of the output are swapped'), [
    'A[i, h, w, c]',
    'A[i, w, h, c]',
  ]),
  wrong('modes-swapped', 'pool_forward', SWAPPED_MODES, ['mode == "max"', 'mode != "max"']),
  ...ofWindow('wrong-function', [
    [msg('Maximum and average are not told apart'), [` if mode == "max" else ${MEAN}`, '']],
    [msg('Maximum and average are not told apart'), [`${MAXIMUM} if mode == "max" else `, '']],
    [msg('The sum of the window is taken, not its mean'), [MEAN, 'np.sum(a_prev_slice)']],
    [
      msg('The mean is divided by the side of the window, not by its number of cells'),
      [MEAN, 'np.sum(a_prev_slice) / f'],
    ],
    [msg('The median of the window is taken, not its mean'), [MEAN, 'np.median(a_prev_slice)']],
    [msg('The minimum of the window is taken, not its maximum'), [MAXIMUM, 'np.min(a_prev_slice)']],
    [msg('The maximum of the absolute values is taken'), [MAXIMUM, 'np.max(np.abs(a_prev_slice))']],
    [msg('The sum of the window is taken, not its maximum'), [MAXIMUM, 'np.sum(a_prev_slice)']],
    [msg('The position of the maximum is taken, not the maximum'), [MAXIMUM, 'np.argmax(a_prev_slice)']],
    [msg('The average is never computed: the output stays zero'), [MEAN, '0']],
    [msg('Negative maxima become zero: the maximum starts from 0'), [MAXIMUM, `max(0, ${MAXIMUM})`]],
  ]),
];

const MASKED = 'mask * dA[i, h, w, c]';
const SHARE = 'dA[i, h, w, c] / (f * f)';

export const WRONG_POOL_BACKWARD: readonly WrongLayer[] = [
  ...wrongWindows('pool_backward'),
  ...wrongSizes('pool_backward'),
  ...[
    [['c] += mask', 'c] = mask'] as const, ['c] += dA[', 'c] = dA['] as const],
    [['c] += mask', 'c] = mask'] as const],
    [['c] += dA[', 'c] = dA['] as const],
  ].map((changes) => wrong('not-accumulated', 'pool_backward', NOT_ACCUMULATED, ...changes)),
  ...ofGradient('mask-without-gradient', [
    [msg('The mask must be multiplied with the gradient of the output cell'), [MASKED, 'mask']],
  ]),
  ...ofGradient('input-for-gradient', [
    [msg('The mask is multiplied with the input, not with the gradient'), [MASKED, 'mask * a_prev_slice']],
    [msg('The mask is multiplied with the maximum, not with the gradient'), [MASKED, `mask * ${MAXIMUM}`]],
  ]),
  ...ofGradient('gradient-of-window', [
    [
      msg('The sum of the gradient over all output cells is used: each output cell has its own value'),
      ['dA[i, h, w, c]', 'np.sum(dA[i, :, :, c])'],
    ],
    [
      msg('The sum of the gradient over the window is used: each output cell has its own value'),
      ['dA[i, h, w, c]', `np.sum(dA[i, ${SLICE})`],
    ],
  ]),
  wrong('example-fixed', 'pool_backward', FIRST_EXAMPLE, ['a_prev_slice = A_prev[i, ', 'a_prev_slice = A_prev[0, ']),
  wrong('example-fixed', 'pool_backward', msg('The gradient of the first example is used for all examples'), [
    'dA[i, h, w, c]',
    'dA[0, h, w, c]',
  ]),
  wrong('channel-fixed', 'pool_backward', FIRST_CHANNEL, [
    'a_prev_slice = A_prev[i, ' + SLICE,
    'a_prev_slice = A_prev[i, ' + SLICE.replace('c]', '0]'),
  ]),
  wrong('channel-fixed', 'pool_backward', msg('The gradient of the first channel is used for all channels'), [
    'dA[i, h, w, c]',
    'dA[i, h, w, 0]',
  ]),
  wrong('returned-in-loop', 'pool_backward', ONLY_FIRST_EXAMPLE, ['for i in range(m)', 'for i in range(1)']),
  wrong('maximum-for-mask', 'pool_backward', MAXIMUM_FOR_MASK, [`a_prev_slice == ${MAXIMUM}`, MAXIMUM]),
  ...ofGradient('wrong-mask', [
    [msg('The minimum is marked, not the maximum'), [`== ${MAXIMUM}`, '== np.min(a_prev_slice)']],
    [msg('The mask marks the values above the mean, not the maximum'), [`== ${MAXIMUM}`, '>= np.mean(a_prev_slice)']],
    [msg('The mask marks the cells that are not the maximum'), [`== ${MAXIMUM}`, `!= ${MAXIMUM}`]],
    [msg('The mask marks positive values, not the maximum'), [`== ${MAXIMUM}`, '> 0']],
  ]),
  wrong('modes-swapped', 'pool_backward', SWAPPED_MODES, ['mode == "max"', 'mode != "max"']),
  ...ofGradient('wrong-function', [
    [msg('Maximum and average are not told apart'), ['if mode == "max"', 'if True']],
    [msg('Maximum and average are not told apart'), ['if mode == "max"', 'if False']],
    [msg('The gradient of the average is never computed: it stays zero'), [`+= ${SHARE}`, '+= 0']],
    [msg('The gradient of the maximum is never computed: it stays zero'), [`+= ${MASKED}`, '+= 0']],
  ]),
  ...ofGradient('not-distributed', [
    [NOT_DISTRIBUTED, [' / (f * f)', '']],
    [
      msg('The gradient is multiplied with the shape of the window instead of divided over it'),
      [SHARE, 'np.multiply(dA[i, h, w, c], (f, f))'],
    ],
  ]),
  ...ofGradient('wrong-divisor', [
    [msg('The gradient is divided by the side of the window, not by its number of cells'), ['/ (f * f)', '/ f']],
    [msg('The value is divided by the sum of the sides, not by their product'), ['/ (f * f)', '/ (f + f)']],
    [
      msg('The gradient is divided by the size of the output, not by that of the window'),
      ['/ (f * f)', '/ (n_H * n_W)'],
    ],
    [msg('The gradient is divided by the number of cells twice'), ['/ (f * f)', '/ (f * f) / (f * f)']],
    [msg('The gradient is multiplied with the number of cells: it must be divided by it'), ['/ (f * f)', '* (f * f)']],
    [
      msg('The mean of the whole gradient is distributed: each output cell has its own value'),
      [SHARE, 'np.mean(dA) / (f * f)'],
    ],
  ]),
];

const MARK = 'x == np.max(x)';

export const WRONG_MASKS: readonly WrongLayer[] = [
  wrong('maximum-for-mask', 'create_mask_from_window', MAXIMUM_FOR_MASK, [MARK, 'np.max(x)']),
  ...(
    [
      [msg('The minimum is marked, not the maximum'), 'x == np.min(x)'],
      [msg('The mask marks the values above the mean, not the maximum'), 'x >= np.mean(x)'],
      [msg('The mask marks the cells that are not the maximum'), 'x != np.max(x)'],
      [msg('The mask marks positive values, not the maximum'), 'x > 0'],
      [msg('The maximum of the absolute values is marked'), 'np.abs(x) == np.max(np.abs(x))'],
      [msg('The maximum of every row is marked: the window has one maximum'), 'x == np.max(x, axis=1, keepdims=True)'],
      [
        msg('The maximum of every column is marked: the window has one maximum'),
        'x == np.max(x, axis=0, keepdims=True)',
      ],
      [msg('The mask keeps the maximum itself: it must be true there'), '(x == np.max(x)) * x'],
      [msg('The result is the position of the maximum, not a mask'), 'np.argmax(x)'],
    ] as const
  ).map(([detail, mask]) => wrong('wrong-mask', 'create_mask_from_window', detail, [MARK, mask])),
];

export const WRONG_DISTRIBUTION: readonly WrongLayer[] = [
  wrong('not-distributed', 'distribute_value', NOT_DISTRIBUTED, [' / (n_H * n_W)', '']),
  ...(
    [
      [msg('The value is divided by the sum of the sides, not by their product'), '* dz / (n_H + n_W)'],
      [msg('The value is divided by the number of rows only'), '* dz / n_H'],
      [msg('The value is divided by the number of columns only'), '* dz / n_W'],
      [msg('The value is multiplied with the number of cells: it must be divided by it'), '* dz * (n_H * n_W)'],
      [msg('The value is divided twice, or taken as 1'), '/ (n_H * n_W)'],
      [msg('The value is divided twice, or taken as 1'), '* dz / (n_H * n_W) / (n_H * n_W)'],
      [msg('The number of cells is divided by the value, not the value by the number of cells'), '* (n_H * n_W) / dz'],
      [msg('The quotient is rounded down to a whole number'), '* (dz // (n_H * n_W))'],
    ] as const
  ).map(([detail, share]) => wrong('wrong-divisor', 'distribute_value', detail, ['* dz / (n_H * n_W)', share])),
];

type Row = readonly [detail: Message, change: readonly [string, string]];

function ofWindow(id: string, rows: readonly Row[]): WrongLayer[] {
  return rows.map(([detail, change]) => wrong(id, 'pool_forward', detail, change));
}

function ofGradient(id: string, rows: readonly Row[]): WrongLayer[] {
  return rows.map(([detail, change]) => wrong(id, 'pool_backward', detail, change));
}
