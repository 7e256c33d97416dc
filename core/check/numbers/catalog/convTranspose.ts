/** Mistakes in transposed convolution. */
import { msg } from '../../../message';
import { wrong, type WrongLayer } from './WrongLayer';

export const WRONG_CONV_TRANSPOSE: readonly WrongLayer[] = [
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
