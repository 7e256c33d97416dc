/** Mistakes in ReLU and its gradient, and other functions that are taken for them. */
import { msg } from '../../../message';
import { wrong, type WrongLayer } from './WrongLayer';

const RELU = 'np.maximum(0, Z)';
const RELU_GRADIENT = 'dA * (Z > 0)';

const IDENTITY = msg('Negative values are kept: they must become 0');

export const WRONG_RELU: readonly WrongLayer[] = [
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

export const WRONG_RELU_GRADIENT: readonly WrongLayer[] = [
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
