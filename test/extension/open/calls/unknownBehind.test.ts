/** A layer of another file behind one that is known: it is not passed over in silence. */
import { expect, it } from 'vitest';
import { layer, python, refusal, seeded } from '../requests';

const CONV = `${seeded}W = np.random.randn(3, 3, 3, 2)\nb = np.zeros((1, 1, 1, 2))\nZ, cache = conv_forward(A_prev, W, b, {"pad": 1, "stride": 1})\n`;

it.each([
  ['from grads import conv_backward_loops\n', 'conv_backward_loops comes from grads, which is not in this text'],
  ['', 'conv_backward_loops is not defined'],
])('is named below a forward pass, and meant at its own line: %s', (imports, reason) => {
  const text = `${imports}${CONV}dA, dW, db = conv_backward_loops(Z, cache)\nprint(dA.mean())\n`;
  expect(layer(python(text))).toMatchObject({ operation: 'conv_forward', assumptions: [reason] });
  expect(refusal(python(text, { cursor: text.indexOf('conv_backward_loops(Z') }))[0]).toBe(reason);
  expect(layer(python(text, { cursor: text.indexOf('conv_forward(') })).assumptions).toEqual([]);
});
