/** Mistakes in ReLU, in padding and in transposed convolution, and other layers that are taken for them. */
import { msg } from '../../message';
import { wrong, type WrongLayer } from './WrongLayer';

const RELU = 'np.maximum(0, Z)';
const RELU_GRADIENT = 'dA * (Z > 0)';
const WIDTHS = '((0, 0), (pad, pad), (pad, pad), (0, 0))';
const PADDED = 'mode="constant", constant_values=0';

const IDENTITY = msg('Negative values are kept: they must become 0');

const RECTIFIED: readonly WrongLayer[] = [
  wrong('relu-identity', 'relu', IDENTITY, [RELU, 'Z']),
  wrong('relu-absolute', 'relu', msg('The absolute value is taken: negative values must become 0'), [
    RELU,
    'np.abs(Z)',
  ]),
  wrong('relu-minimum', 'relu', msg('The minimum of 0 and the value is taken, not the maximum'), [
    RELU,
    'np.minimum(0, Z)',
  ]),
  wrong('relu-mask', 'relu', msg('The result is the mask of the positive values, not the values'), [
    RELU,
    '1.0 * (Z > 0)',
  ]),
  wrong('relu-whole-maximum', 'relu', msg('The maximum of the whole array is taken, not that of 0 and each value'), [
    RELU,
    'np.maximum(0, np.max(Z)) + 0 * Z',
  ]),
  ...['0.01', '0.1', '0.2', '0.3'].map((slope) =>
    wrong('leaky-relu', 'relu', msg('leaky ReLU: negative values are multiplied with {0}', slope), [
      RELU,
      `np.where(Z > 0, Z, ${slope} * Z)`,
    ]),
  ),
  wrong('elu', 'relu', msg('ELU: negative values become exp(Z) − 1'), [RELU, 'np.where(Z > 0, Z, np.exp(Z) - 1)']),
  wrong('sigmoid', 'relu', msg('The result is the sigmoid function, not ReLU'), [RELU, '1 / (1 + np.exp(-Z))']),
  wrong('tanh', 'relu', msg('The result is the hyperbolic tangent, not ReLU'), [RELU, 'np.tanh(Z)']),
  wrong('relu6', 'relu', msg('ReLU6: values over 6 become 6'), [RELU, 'np.minimum(6, np.maximum(0, Z))']),
];

const RECTIFIED_GRADIENT: readonly WrongLayer[] = [
  wrong('relu-gradient-everywhere', 'relu_backward', msg('The gradient also passes where the input is negative'), [
    RELU_GRADIENT,
    'dA',
  ]),
  wrong(
    'mask-without-gradient',
    'relu_backward',
    msg('The mask must be multiplied with the gradient of the output cell'),
    [RELU_GRADIENT, '1.0 * (Z > 0)'],
  ),
  wrong('relu-gradient-sign', 'relu_backward', msg('The sign of the gradient is tested, not that of the input'), [
    RELU_GRADIENT,
    'dA * (dA > 0)',
  ]),
  wrong(
    'relu-gradient-inverted',
    'relu_backward',
    msg('The gradient passes where the input is negative, not positive'),
    [RELU_GRADIENT, 'dA * (Z <= 0)'],
  ),
  wrong(
    'relu-gradient-inverted',
    'relu_backward',
    msg('The gradient passes where the input is negative, not positive'),
    [RELU_GRADIENT, 'dA * (Z < 0)'],
  ),
  wrong('input-for-gradient', 'relu_backward', msg('The gradient is multiplied with the output, not with its mask'), [
    RELU_GRADIENT,
    'dA * np.maximum(0, Z)',
  ]),
  wrong('input-for-gradient', 'relu_backward', msg('The gradient is multiplied with the input, not with its mask'), [
    RELU_GRADIENT,
    'dA * Z',
  ]),
  wrong(
    'relu-gradient-at-zero',
    'relu_backward',
    msg('another convention: the gradient also passes where the input is 0'),
    [RELU_GRADIENT, 'dA * (Z >= 0)'],
  ),
  ...['0.01', '0.1', '0.2', '0.3'].map((slope) =>
    wrong('leaky-relu', 'relu_backward', msg('leaky ReLU: negative values are multiplied with {0}', slope), [
      RELU_GRADIENT,
      `dA * np.where(Z > 0, 1, ${slope})`,
    ]),
  ),
];

const PADDING: readonly WrongLayer[] = [
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

const TRANSPOSED: readonly WrongLayer[] = [
  wrong('bias-missing', 'conv_transpose', msg('The bias is not added'), [' + b', '']),
  wrong('stride-ignored', 'conv_transpose', msg('The stride is ignored: the windows start at h and w in the output'), [
    'h * stride:h * stride + f_H, w * stride:w * stride + f_W',
    'h:h + f_H, w:w + f_W',
  ]),
  wrong(
    'flipped-kernel',
    'conv_transpose',
    msg('The filter is turned by 180°: a transposed convolution uses it as it is'),
    ['W[:, :, :, c]', 'W[::-1, ::-1, :, c]'],
  ),
  wrong('not-accumulated', 'conv_transpose', msg('Where windows overlap, values are overwritten: they must be added'), [
    '+= x',
    '= x',
  ]),
  wrong('rows-columns-swapped', 'conv_transpose', msg('Rows and columns of the filter are swapped'), [
    'W[:, :, :, c]',
    'W[:, :, :, c].transpose(1, 0, 2)',
  ]),
  wrong('padding-ignored', 'conv_transpose', msg('The padding is not removed from the output'), [
    'Z[:, pad:pad + n_H, pad:pad + n_W, :]',
    'Z',
  ]),
  wrong('padding-one-side', 'conv_transpose', msg('The padding is removed at the bottom and the right only'), [
    'pad:pad + n_H, pad:pad + n_W',
    ':n_H, :n_W',
  ]),
  wrong(
    'bias-in-every-product',
    'conv_transpose',
    msg('The bias is added to every product: it is added once, to the sum'),
    ['x[i, h, w, c] * W[:, :, :, c]', 'x[i, h, w, c] * W[:, :, :, c] + b[0, 0, 0]'],
    [' :] + b', ' :]'],
  ),
];

export const WRONG_ELEMENTS: readonly WrongLayer[] = [...RECTIFIED, ...RECTIFIED_GRADIENT, ...PADDING, ...TRANSPOSED];
