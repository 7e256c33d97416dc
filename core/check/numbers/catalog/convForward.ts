/** Mistakes in the forward pass of a convolution and in its single step. */
import { msg } from '../../../message';
import { wrong, type WrongLayer } from './WrongLayer';
import { FIRST_EXAMPLE, ONLY_FIRST_EXAMPLE, wrongOutputSizes, wrongWindows } from './windows';

const BIAS_IN_EVERY_PRODUCT = msg('The bias is added to every product: it is added once, to the sum');
const BIAS_MISSING = msg('The bias is not added');
const BIAS_SUBTRACTED = msg('The bias is subtracted: it must be added');
const MEAN = msg('The mean of the products is taken: it must be their sum');
const ADDED = msg('The window and the filter are added: they must be multiplied');
const RECTIFIED = msg('ReLU is applied to the result: the layer ends with the sum and its bias');
const TURNED = msg('true convolution: the filter is turned by 180°, as in mathematics and SciPy');

const SUM = 'np.sum(a_slice_prev * W[:, :, :, c])';
const BIAS = ' + b[0, 0, 0, c]';
const PADDED = '((0, 0), (pad, pad), (pad, pad), (0, 0)), mode="constant", constant_values=0';

export const WRONG_CONV_FORWARD: readonly WrongLayer[] = [
  ...wrongWindows('conv_forward'),
  ...wrongOutputSizes('conv_forward', ' + 2 * pad'),
  wrong(
    'rows-columns-swapped',
    'conv_forward',
    msg('Rows are used for columns: the window moves along the diagonal'),
    ['n_W = (n_W_prev', 'n_W = (n_H_prev'],
    ['horiz_start = w * stride', 'horiz_start = h * stride'],
  ),
  wrong('rows-columns-swapped', 'conv_forward', msg('Rows and columns of the output are swapped'), [
    'Z[i, h, w, c]',
    'Z[i, w, h, c]',
  ]),
  wrong('bias-in-every-product', 'conv_forward', BIAS_IN_EVERY_PRODUCT, [
    `${SUM}${BIAS}`,
    'np.sum(a_slice_prev * W[:, :, :, c] + b[0, 0, 0, c])',
  ]),
  wrong('bias-missing', 'conv_forward', BIAS_MISSING, [BIAS, '']),
  wrong('bias-sign', 'conv_forward', BIAS_SUBTRACTED, [BIAS, ' - b[0, 0, 0, c]']),
  wrong('bias-of-first', 'conv_forward', msg('Every filter has the bias of the first one'), [BIAS, ' + b[0, 0, 0, 0]']),
  wrong('bias-of-all', 'conv_forward', msg('The biases of all filters are added to every cell'), [
    BIAS,
    ' + np.sum(b)',
  ]),
  wrong('filter-fixed', 'conv_forward', msg('Every channel of the output is computed with the first filter'), [
    'W[:, :, :, c]',
    'W[:, :, :, 0]',
  ]),
  wrong('all-filters', 'conv_forward', msg('All filters are summed in every channel of the output'), [
    SUM,
    'np.sum(a_slice_prev[..., np.newaxis] * W)',
  ]),
  wrong('mean-for-sum', 'conv_forward', MEAN, [SUM, 'np.mean(a_slice_prev * W[:, :, :, c])']),
  wrong('added-for-multiplied', 'conv_forward', ADDED, ['a_slice_prev * W', 'a_slice_prev + W']),
  wrong('rectified', 'conv_forward', RECTIFIED, [`${SUM}${BIAS}`, `max(0, ${SUM}${BIAS})`]),
  wrong('flipped-kernel', 'conv_forward', TURNED, ['* W[:, :, :, c]', '* W[::-1, ::-1, :, c]']),
  wrong('filter-transposed', 'conv_forward', msg('Rows and columns of the filter are swapped'), [
    '* W[:, :, :, c]',
    '* W[:, :, :, c].transpose(1, 0, 2)',
  ]),
  wrong('padding-ignored', 'conv_forward', msg('The padding is ignored'), ['pad = hparameters["pad"]', 'pad = 0']),
  wrong('padding-one-side', 'conv_forward', msg('Only the top and the left are padded: all four sides need padding'), [
    PADDED,
    '((0, 0), (2 * pad, 0), (2 * pad, 0), (0, 0))',
  ]),
  wrong(
    'padding-one-side',
    'conv_forward',
    msg('Only the bottom and the right are padded: all four sides need padding'),
    [PADDED, '((0, 0), (0, 2 * pad), (0, 2 * pad), (0, 0))'],
  ),
  wrong('pad-value', 'conv_forward', msg('The frame is filled with a value other than 0'), [
    'constant_values=0',
    'constant_values=pad',
  ]),
  wrong('replicate-padding', 'conv_forward', msg('the padding repeats the values of the border'), [
    'mode="constant", constant_values=0',
    'mode="edge"',
  ]),
  wrong('reflect-padding', 'conv_forward', msg('the padding reflects the values at the border'), [
    'mode="constant", constant_values=0',
    'mode="reflect"',
  ]),
  wrong('channels-cut-off', 'conv_forward', msg('Only some channels are summed'), [
    'a_slice_prev * W[:, :, :, c]',
    'a_slice_prev[..., :1] * W[:, :, :1, c]',
  ]),
  wrong('example-fixed', 'conv_forward', FIRST_EXAMPLE, ['A_prev_pad[i, ', 'A_prev_pad[0, ']),
  wrong('returned-in-loop', 'conv_forward', ONLY_FIRST_EXAMPLE, ['for i in range(m)', 'for i in range(1)']),
];

const STEP_SUM = 'np.sum(a_slice_prev * W)';

export const WRONG_SINGLE_STEP: readonly WrongLayer[] = [
  wrong('bias-in-every-product', 'conv_single_step', BIAS_IN_EVERY_PRODUCT, [
    `${STEP_SUM} + float(b)`,
    'np.sum(a_slice_prev * W + b)',
  ]),
  wrong('bias-missing', 'conv_single_step', BIAS_MISSING, [' + float(b)', '']),
  wrong('bias-sign', 'conv_single_step', BIAS_SUBTRACTED, [' + float(b)', ' - float(b)']),
  wrong('mean-for-sum', 'conv_single_step', MEAN, [STEP_SUM, 'np.mean(a_slice_prev * W)']),
  wrong('added-for-multiplied', 'conv_single_step', ADDED, ['a_slice_prev * W', 'a_slice_prev + W']),
  wrong('rectified', 'conv_single_step', RECTIFIED, [`${STEP_SUM} + float(b)`, `max(0, ${STEP_SUM} + float(b))`]),
  wrong('flipped-kernel', 'conv_single_step', TURNED, ['* W', '* W[::-1, ::-1]']),
  wrong(
    'result-is-array',
    'conv_single_step',
    msg('The result is an array: the bias of shape (1, 1, 1) has to be converted with float'),
    ['float(b)', 'b'],
  ),
];
