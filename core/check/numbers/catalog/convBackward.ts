/** Mistakes in the gradients of a convolution. */
import { msg, type Message } from '../../../message';
import { wrong, type WrongLayer } from './WrongLayer';
import { FIRST_EXAMPLE, NOT_ACCUMULATED, ONLY_FIRST_EXAMPLE, wrongWindows } from './windows';

const RANDOM_START = msg('The gradient starts from random numbers: it must start from zeros');

/** Statements of the three gradients. */
const INPUT = 'horiz_start:horiz_end, :] += W[:, :, :, c] * dZ[i, h, w, c]';
const FILTER = 'dW[:, :, :, c] += a_slice * dZ[i, h, w, c]';
const BIAS = 'db[:, :, :, c] += dZ[i, h, w, c]';
const RANDOM_INPUT = ['dA_prev = np.zeros(A_prev.shape)', 'dA_prev = np.random.randn(*A_prev.shape)'] as const;
const RANDOM_FILTER = ['dW = np.zeros(W.shape)', 'dW = np.random.randn(*W.shape)'] as const;

export const WRONG_CONV_BACKWARD: readonly WrongLayer[] = [
  ...wrongWindows('conv_backward'),
  ...[['db = np.zeros(b.shape)', 'db = np.random.randn(*b.shape)'] as const].flatMap((bias) => [
    convBackward('random-start', RANDOM_START, RANDOM_INPUT, RANDOM_FILTER, bias),
    convBackward('random-start', RANDOM_START, RANDOM_INPUT, RANDOM_FILTER, [
      bias[0],
      'db = np.random.randn(*W.shape)',
    ]),
  ]),
  convBackward('random-start', RANDOM_START, RANDOM_INPUT),
  convBackward('random-start', RANDOM_START, RANDOM_FILTER),
  convBackward('not-accumulated', NOT_ACCUMULATED, ['horiz_end, :] += W', 'horiz_end, :] = W']),
  convBackward('not-accumulated', NOT_ACCUMULATED, ['dW[:, :, :, c] +=', 'dW[:, :, :, c] =']),
  convBackward('not-accumulated', NOT_ACCUMULATED, ['db[:, :, :, c] +=', 'db[:, :, :, c] =']),
  convBackward(
    'not-accumulated',
    NOT_ACCUMULATED,
    ['dW[:, :, :, c] +=', 'dW[:, :, :, c] ='],
    ['db[:, :, :, c] +=', 'db[:, :, :, c] ='],
  ),
  convBackward('last-example-only', msg('Only the last example is written back'), [
    '        dA_prev[i] =',
    '    dA_prev[i] =',
  ]),
  convBackward('returned-in-loop', ONLY_FIRST_EXAMPLE, ['for i in range(m)', 'for i in range(1)']),
  convBackward('example-fixed', FIRST_EXAMPLE, ['a_slice = A_prev_pad[i, ', 'a_slice = A_prev_pad[0, ']),
  convBackward('example-fixed', msg('The gradient of the first example is used for all examples'), [
    'dZ[i, h, w, c]',
    'dZ[0, h, w, c]',
  ]),
  convBackward(
    'example-fixed',
    msg('The gradients of the examples before are not set back to zero'),
    ['dA_prev_pad[i, vert_start', 'dA_prev_pad[0, vert_start'],
    ['dA_prev_pad[i, pad', 'dA_prev_pad[0, pad'],
  ),
  ...(
    [
      [INPUT, msg('The gradient of the input uses dZ of the first filter only')],
      [FILTER, msg('The gradient of the filters uses dZ of the first filter only')],
      [BIAS, msg('The gradient of the bias uses dZ of the first filter only')],
    ] as const
  ).map(([statement, detail]) =>
    convBackward('filter-fixed', detail, [statement, statement.replace('dZ[i, h, w, c]', 'dZ[i, h, w, 0]')]),
  ),
  convBackward('filter-fixed', msg('The gradient of the input uses the weights of the first filter only'), [
    INPUT,
    INPUT.replace('W[:, :, :, c]', 'W[:, :, :, 0]'),
  ]),
  convBackward(
    'input-and-filter-swapped',
    msg('The gradient of the filters is computed from the filters: it needs the window of the input'),
    [FILTER, FILTER.replace('a_slice', 'W[:, :, :, c]')],
  ),
  convBackward(
    'input-and-filter-swapped',
    msg('The gradient of the input is computed from the input: it needs the filters'),
    [INPUT, INPUT.replace('W[:, :, :, c]', 'a_slice')],
  ),
  convBackward('gradient-missing', msg('The gradient of the input is not multiplied with dZ'), [
    INPUT,
    INPUT.replace(' * dZ[i, h, w, c]', ''),
  ]),
  convBackward('gradient-missing', msg('The gradient of the filters is not multiplied with dZ'), [
    FILTER,
    FILTER.replace(' * dZ[i, h, w, c]', ''),
  ]),
  convBackward(
    'flipped-kernel',
    msg('The filter is turned by 180° in the gradient of the input: windows are filled with the filter as it is'),
    [INPUT, INPUT.replace('W[:, :, :, c]', 'W[::-1, ::-1, :, c]')],
  ),
  convBackward('filter-transposed', msg('Rows and columns of the filter are swapped'), [
    INPUT,
    INPUT.replace('W[:, :, :, c]', 'W[:, :, :, c].transpose(1, 0, 2)'),
  ]),
  ...meansOverExamples(),
  convBackward(
    'bias-gradient',
    msg('The gradient of the bias counts every output cell several times: each adds its own dZ once'),
    [BIAS, BIAS.replace('dZ[i, h, w, c]', 'np.sum(dZ[i, :, :, c])')],
  ),
  convBackward('bias-gradient', msg('The gradient of the bias sums all filters: each filter has its own'), [
    BIAS,
    BIAS.replace('dZ[i, h, w, c]', 'np.sum(dZ[i, h, w])'),
  ]),
  convBackward('bias-gradient', msg('The gradient of the bias sums all of dZ in every step'), [
    BIAS,
    BIAS.replace('dZ[i, h, w, c]', 'np.sum(dZ[i])'),
  ]),
  convBackward('padding-removed', msg('The padding of the gradient is removed at the bottom and the right only'), [
    'pad:pad + n_H_prev, pad:pad + n_W_prev',
    ':n_H_prev, :n_W_prev',
  ]),
  convBackward('padding-removed', msg('The padding of the gradient is removed at the top and the left only'), [
    'pad:pad + n_H_prev, pad:pad + n_W_prev',
    '2 * pad:, 2 * pad:',
  ]),
  ...['- 1', '+ 1'].map((shift) =>
    convBackward(
      'padding-removed',
      msg('The padding of the gradient is removed one row and column next to its place'),
      [
        'pad:pad + n_H_prev, pad:pad + n_W_prev',
        `pad ${shift}:pad ${shift} + n_H_prev, pad ${shift}:pad ${shift} + n_W_prev`,
      ],
    ),
  ),
  convBackward('input-for-gradient', msg('The input is returned without its padding, not its gradient'), [
    '= dA_prev_pad[i,',
    '= A_prev_pad[i,',
  ]),
  convBackward('never-written-back', msg('The gradient of the padded input is never written to dA_prev'), [
    'dA_prev[i] = dA_prev_pad',
    'dA_prev_unused = dA_prev_pad',
  ]),
];

/** Gradients that are divided by the number of examples, as those of a mean loss are: the layer's are sums. */
function meansOverExamples(): WrongLayer[] {
  return (
    [
      ['dA_prev, dW / m, db / m', msg('the gradients of W and b are averaged over the examples')],
      ['dA_prev, dW / m, db', msg('the gradient of W is averaged over the examples')],
      ['dA_prev, dW, db / m', msg('the gradient of b is averaged over the examples')],
    ] as const
  ).map(([results, detail]) =>
    convBackward('divided-by-examples', detail, ['return dA_prev, dW, db', `return ${results}`]),
  );
}

function convBackward(id: string, detail: Message, ...changes: readonly (readonly [string, string])[]): WrongLayer {
  return wrong(id, 'conv_backward', detail, ...changes);
}
