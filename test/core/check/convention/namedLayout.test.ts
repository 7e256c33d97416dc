/** The layout that the names of the axes show. */
import { expect, it } from 'vitest';
import { namedLayout } from '../../../../core/check/adapt/layout/namedLayout';

it.each([
  ['n_x, d_x, h_x, w_x = X.shape', 'NCHW'],
  ['(m, n_H_prev, n_W_prev, n_C_prev) = np.shape(A_prev)', 'NHWC'],
  ['n_c, h_prev, w_prev = image.shape', 'CHW'],
  ['h, w, num_filters = input.shape', 'HWC'],
  ['n_filter, d_filter, h_filter, w_filter = W.shape', 'NCHW'],
  ['n_filter, d_filter, h_filter, w_filter = W.shape\nassert images.shape[-1] == d_filter', undefined],
  ['kh, kw, cin, cout = kernel.shape', undefined],
  ['n, c, a, b = x.shape', undefined],
  ['n, h, w, c = x.shape\nn, c, h, w = dout.shape', undefined],
])('%s: %s', (text, layout) => {
  expect(namedLayout(`def f(x):\n    ${text.replace('\n', '\n    ')}\n`)).toBe(layout);
});
