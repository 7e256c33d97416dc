/** A cursor in a function or class that nothing in the text names: the call of another one is not meant. */
import { expect, it } from 'vitest';
import { layer, python, refusal } from '../requests';

const pool =
  'def max_pool(x, f, s):\n    h = (x.shape[0] - f) // s + 1\n    out = np.zeros((h, h))\n    for i in range(h):\n        for j in range(h):\n' +
  '            out[i, j] = x[i*s:i*s+f, j*s:j*s+f].max()\n    return out\n\n';
const rows =
  'def conv_rows(x, k):\n    out = []\n    for r in range(len(x)):\n        out.append([sum(x[r][c + m] * k[m] for m in range(2)) for c in range(3)])\n    return out\n\n';
const conv =
  'def conv2d(x, k):\n    h = x.shape[0] - k.shape[0] + 1\n    out = np.zeros((h, h))\n    for i in range(h):\n        for j in range(h):\n' +
  '            out[i, j] = (x[i:i+2, j:j+2] * k).sum()\n    return out\n\n';
const call = 'x = np.arange(16.).reshape(4, 4)\nk = np.array([[1., 0.], [0., -1.]])\nprint(conv2d(x, k))\n';

it.each([
  ['max_pool', pool, 'x[i*s'],
  ['max_pool', pool, 'def max_pool'],
  ['conv_rows', rows, 'out.append'],
  ['Pool', `class Pool:\n${pool.trimEnd().replaceAll(/^/gm, '    ')}\n\n`, 'x[i*s'],
])('%s', (name, definition, at) => {
  const text = `${definition}${conv}${call}`;
  const opened = refusal(python(text, { cursor: text.indexOf(at) }));
  expect(opened[0]).toBe(`the text defines ${name}, but does not call it with an array`);
  expect(opened[1]).toBe(name);
});

it('one that another function of the text names is not idle, and a helper without windows means the layer of the text', () => {
  const text = `${pool}def net(x):\n    return max_pool(x, 2, 2)\n\n${conv}${call}`;
  expect(layer(python(text, { cursor: text.indexOf('x[i*s') })).operation).toBe('conv_forward');
  const helper = `def size(n, f, stride):\n    return (n - f) // stride + 1\n\n${conv}${call}`;
  expect(layer(python(helper, { cursor: helper.indexOf('return (n') })).operation).toBe('conv_forward');
});

it('a function of the course opens with the course’s arrays, also where another one is called', () => {
  const text = `${pool.replace('max_pool(x, f, s)', 'pool_forward(A_prev, hparameters)').replaceAll('x', 'A_prev')}${conv}${call}`;
  const opened = layer(python(text, { cursor: text.indexOf('range(h)') }));
  expect(opened).toMatchObject({ operation: 'pool_forward', assumptions: [expect.stringContaining('not called')] });
});
