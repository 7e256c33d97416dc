/** Catalogue of wrong layers: each is the course's function with the mistake written into it. */
import { msg } from '../../message';
import type { CourseFunction } from '../CourseFunction';
import { WRONG_ELEMENTS } from './wrongElements';
import { wrong, type WrongLayer } from './WrongLayer';

const START = ['vert_start = h * stride', 'horiz_start = w * stride'] as const;
const STRIDE_IGNORED = msg('The stride is ignored: windows start at h and w, not at h * stride and w * stride');
const ROWS_FOR_COLUMNS = msg('Rows are used for columns: the window moves along the diagonal');
const SWAPPED = msg('Rows and columns of the window are swapped');
const RANDOM_START = msg('The gradient starts from random numbers: it must start from zeros');
const NOT_ACCUMULATED = msg('The gradient is overwritten in every step: contributions have to be added');
const LAST_EXAMPLE = msg('Only the last example is written back');
const FIRST_EXAMPLE = msg('Every example is computed from the first one');
const FROM_ONE = msg('Positions are counted from one: the first row and column are missing');

const LAYERS: readonly CourseFunction[] = ['conv_forward', 'conv_backward', 'pool_forward', 'pool_backward'];

export const WRONG_LAYERS: readonly WrongLayer[] = [
  ...LAYERS.flatMap((operation): WrongLayer[] => [
    wrong('stride-ignored', operation, STRIDE_IGNORED, [START[0], 'vert_start = h'], [START[1], 'horiz_start = w']),
    wrong('rows-columns-swapped', operation, ROWS_FOR_COLUMNS, [START[1], 'horiz_start = h * stride']),
    wrong('rows-columns-swapped', operation, ROWS_FOR_COLUMNS, [START[0], 'vert_start = w * stride']),
    wrong(
      'rows-columns-swapped',
      operation,
      SWAPPED,
      [START[0], 'vert_start = w * stride'],
      [START[1], 'horiz_start = h * stride'],
    ),
    wrong(
      'counted-from-one',
      operation,
      FROM_ONE,
      ['for h in range(n_H)', 'for h in range(1, n_H)'],
      ['for w in range(n_W)', 'for w in range(1, n_W)'],
    ),
  ]),
  wrong(
    'rows-columns-swapped',
    'conv_forward',
    ROWS_FOR_COLUMNS,
    ['n_W = (n_W_prev', 'n_W = (n_H_prev'],
    [START[1], 'horiz_start = h * stride'],
  ),
  wrong(
    'bias-in-every-product',
    'conv_single_step',
    msg('The bias is added to every product: it is added once, to the sum'),
    ['np.sum(a_slice_prev * W) + float(b)', 'np.sum(a_slice_prev * W + b)'],
  ),
  wrong(
    'bias-in-every-product',
    'conv_forward',
    msg('The bias is added to every product: it is added once, to the sum'),
    ['np.sum(a_slice_prev * W[:, :, :, c]) + b[0, 0, 0, c]', 'np.sum(a_slice_prev * W[:, :, :, c] + b[0, 0, 0, c])'],
  ),
  wrong('bias-missing', 'conv_single_step', msg('The bias is not added'), [' + float(b)', '']),
  wrong('bias-missing', 'conv_forward', msg('The bias is not added'), [' + b[0, 0, 0, c]', '']),
  wrong(
    'result-is-array',
    'conv_single_step',
    msg('The result is an array: the bias of shape (1, 1, 1) has to be converted with float'),
    ['float(b)', 'b'],
  ),
  wrong(
    'flipped-kernel',
    'conv_forward',
    msg('true convolution: the filter is turned by 180°, as in mathematics and SciPy'),
    ['* W[:, :, :, c]', '* W[::-1, ::-1, :, c]'],
  ),
  wrong('padding-ignored', 'conv_forward', msg('The padding is ignored'), ['pad = hparameters["pad"]', 'pad = 0']),
  wrong('channels-cut-off', 'conv_forward', msg('Only some channels are summed'), [
    'a_slice_prev * W[:, :, :, c]',
    'a_slice_prev[..., :1] * W[:, :, :1, c]',
  ]),
  wrong('example-fixed', 'conv_forward', FIRST_EXAMPLE, ['A_prev_pad[i, ', 'A_prev_pad[0, ']),
  wrong('whole-plane', 'pool_forward', msg('The whole plane is taken, not the window'), [
    'vert_start:vert_end, horiz_start:horiz_end, c]',
    ':, :, c]',
  ]),
  wrong('all-channels', 'pool_forward', msg('All channels are taken at once: every channel has the same value'), [
    'horiz_start:horiz_end, c]',
    'horiz_start:horiz_end, :]',
  ]),
  wrong('all-examples', 'pool_forward', msg('All examples are taken at once'), ['A_prev[i, ', 'A_prev[:, ']),
  wrong('example-fixed', 'pool_forward', FIRST_EXAMPLE, ['A_prev[i, ', 'A_prev[0, ']),
  wrong('modes-swapped', 'pool_forward', msg('The branches of max and average are swapped'), [
    'mode == "max"',
    'mode != "max"',
  ]),
  wrong('wrong-function', 'pool_forward', msg('Maximum and average are not told apart'), [
    ' if mode == "max" else np.mean(a_prev_slice)',
    '',
  ]),
  wrong(
    'maximum-for-mask',
    'create_mask_from_window',
    msg('The mask is the maximum itself: it must mark the cells that equal the maximum'),
    ['x == np.max(x)', 'np.max(x)'],
  ),
  wrong('wrong-function', 'create_mask_from_window', msg('The minimum is marked, not the maximum'), [
    'np.max',
    'np.min',
  ]),
  wrong(
    'wrong-divisor',
    'distribute_value',
    msg('The value is divided by the sum of the sides, not by their product'),
    ['(n_H * n_W)', '(n_H + n_W)'],
  ),
  wrong('wrong-divisor', 'distribute_value', msg('The value is divided twice, or taken as 1'), [
    '* dz / (n_H * n_W)',
    '/ (n_H * n_W)',
  ]),
  wrong(
    'not-distributed',
    'distribute_value',
    msg('The gradient must be divided evenly over the cells of the window'),
    [' / (n_H * n_W)', ''],
  ),
  wrong(
    'random-start',
    'conv_backward',
    RANDOM_START,
    ['dA_prev = np.zeros(A_prev.shape)', 'dA_prev = np.random.randn(*A_prev.shape)'],
    ['dW = np.zeros(W.shape)', 'dW = np.random.randn(*W.shape)'],
    ['db = np.zeros(b.shape)', 'db = np.random.randn(*b.shape)'],
  ),
  wrong(
    'random-start',
    'conv_backward',
    RANDOM_START,
    ['dA_prev = np.zeros(A_prev.shape)', 'dA_prev = np.random.randn(*A_prev.shape)'],
    ['dW = np.zeros(W.shape)', 'dW = np.random.randn(*W.shape)'],
    ['db = np.zeros(b.shape)', 'db = np.random.randn(*W.shape)'],
  ),
  wrong('random-start', 'conv_backward', RANDOM_START, [
    'dA_prev = np.zeros(A_prev.shape)',
    'dA_prev = np.random.randn(*A_prev.shape)',
  ]),
  wrong('not-accumulated', 'conv_backward', NOT_ACCUMULATED, [
    'horiz_start:horiz_end, :] += W',
    'horiz_start:horiz_end, :] = W',
  ]),
  wrong('not-accumulated', 'conv_backward', NOT_ACCUMULATED, ['dW[:, :, :, c] +=', 'dW[:, :, :, c] =']),
  wrong('not-accumulated', 'conv_backward', NOT_ACCUMULATED, ['db[:, :, :, c] +=', 'db[:, :, :, c] =']),
  wrong('last-example-only', 'conv_backward', LAST_EXAMPLE, ['        dA_prev[i] =', '    dA_prev[i] =']),
  wrong('input-for-gradient', 'conv_backward', msg('The input is returned without its padding, not its gradient'), [
    '= dA_prev_pad[i,',
    '= A_prev_pad[i,',
  ]),
  wrong('never-written-back', 'conv_backward', msg('The gradient of the padded input is never written to dA_prev'), [
    'dA_prev[i] = dA_prev_pad',
    'dA_prev_unused = dA_prev_pad',
  ]),
  wrong('not-accumulated', 'pool_backward', NOT_ACCUMULATED, ['c] += mask', 'c] = mask'], ['c] += dA[', 'c] = dA[']),
  wrong(
    'mask-without-gradient',
    'pool_backward',
    msg('The mask must be multiplied with the gradient of the output cell'),
    ['mask * dA[i, h, w, c]', 'mask'],
  ),
  wrong('input-for-gradient', 'pool_backward', msg('The mask is multiplied with the input, not with the gradient'), [
    'mask * dA[i, h, w, c]',
    'mask * a_prev_slice',
  ]),
  wrong(
    'maximum-for-mask',
    'pool_backward',
    msg('The mask is the maximum itself: it must mark the cells that equal the maximum'),
    ['a_prev_slice == np.max(a_prev_slice)', 'np.max(a_prev_slice)'],
  ),
  wrong('not-distributed', 'pool_backward', msg('The gradient must be divided evenly over the cells of the window'), [
    ' / (f * f)',
    '',
  ]),
  wrong(
    'not-distributed',
    'pool_backward',
    msg('The gradient is multiplied with the shape of the window instead of divided over it'),
    ['dA[i, h, w, c] / (f * f)', 'np.multiply(dA[i, h, w, c], (f, f))'],
  ),
  wrong(
    'wrong-divisor',
    'pool_backward',
    msg('The gradient is divided by the side of the window, not by its number of cells'),
    ['/ (f * f)', '/ f'],
  ),
  wrong('pad-value', 'zero_pad', msg('The frame is filled with a value other than 0'), [
    'constant_values=0',
    'constant_values=pad',
  ]),
  wrong('pad-axes', 'zero_pad', msg('Only rows and columns are padded, not examples and channels'), [
    '((0, 0), (pad, pad), (pad, pad), (0, 0))',
    '((0, 0), (0, 0), (pad, pad), (pad, pad))',
  ]),
  ...WRONG_ELEMENTS,
];
