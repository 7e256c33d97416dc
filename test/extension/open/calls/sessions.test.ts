/** Graphs of TensorFlow 1: layers of placeholders are computed where a session runs them. */
import { expect, it } from 'vitest';
import { layerResults } from '../../../corpus/layerResults';
import { layer, python, refusal } from '../requests';

const head =
  'import numpy as np\nimport tensorflow as tf\n' +
  "x = tf.placeholder(tf.float32, [None, 4, 4, 1], name='x')\n" +
  'w = tf.get_variable("w", [3, 3, 1, 1], initializer=tf.ones_initializer())\n';
const graph = `${head}conv = tf.nn.conv2d(x, w, strides=[1, 1, 1, 1], padding='VALID')\ny = tf.nn.bias_add(conv, tf.constant([1.]))\n`;
const data = 'data = np.arange(16.).reshape(1, 4, 4, 1)\n';
const run = (fetches: string): string =>
  `${data}with tf.Session() as sess:\n    sess.run(tf.global_variables_initializer())\n    out = sess.run(${fetches}, feed_dict={x: data})\n`;

it.each(['y', '[y, conv]', 'conv', 'tf.squeeze(y)', 'y[0] * 2', '2 - y'])(
  'sess.run(%s): the (4, 4) image that is fed',
  (fetches) => {
    const opened = layer(python(graph + run(fetches)));
    expect(opened).toMatchObject({ operation: 'conv_forward', options: { padding: 'valid' } });
    expect(opened.roles['w']!.values).toEqual(Array(9).fill(1));
    expect(Array.from(layerResults(opened)[0]!)).toEqual([45, 54, 81, 90]);
  },
);

it('a session returns the values of the graph', () => {
  const text = `${graph}${run('y')}result = tf.nn.max_pool(out, [1, 2, 2, 1], [1, 1, 1, 1], 'VALID')\n`;
  const opened = layer(python(text));
  expect(opened).toMatchObject({ operation: 'pool_forward', roles: { x: { values: [46, 55, 82, 91] } } });
});

it('eval with the values of the placeholders, in an interactive session', () => {
  const text = `${graph}${data}sess = tf.InteractiveSession()\nprint(conv.eval({x: data}))\nsess.close()\n`;
  expect(layer(python(text)).roles['x']!.values.slice(0, 3)).toEqual([0, 1, 2]);
});

it('a layer runs once for each run of a session', () => {
  const text = `${graph}${run('[conv, y, tf.nn.relu(conv)]')}`;
  expect(layer(python(text)).operation).toBe('conv_forward');
});

it.each([
  ["'SAME')", 2],
  ["'VALID')", 3],
  ['sess.run(p', 2],
  ['sess.run(q', 3],
])('the layer at the cursor of a graph is the one whose run is below: %s', (at, kernel) => {
  const pools = "p = tf.nn.max_pool(x, 2, 1, 'SAME')\nq = tf.nn.max_pool(x, 3, 1, 'VALID')\n";
  const text = `${head}${pools}${data}with tf.Session() as sess:\n    print(sess.run(p, {x: data}))\n    print(sess.run(q, {x: data}))\n`;
  expect(layer({ text, languageId: 'python', cursor: text.indexOf(at) }).options).toMatchObject({ kernel });
});

it('a placeholder without a value is the reason', () => {
  const text = graph + run('y').replace('x: data', '');
  expect(refusal(python(text))[0]).toBe('tf.placeholder gets no value where the graph runs');
});

it('after the steps of an optimiser the variables are not known', () => {
  const text = `${graph}loss = tf.reduce_mean(y)\nstep = tf.train.AdamOptimizer(0.1).minimize(loss)\n${run('y')}`;
  expect(refusal(python(text))[0]).toBe('a training step may have changed the variables before sess.run');
});

const two =
  `${head}z = tf.placeholder(tf.float32, [1, 4, 4, 1])\n` +
  "p = tf.nn.max_pool(x, 2, 1, 'SAME')\nq = tf.nn.max_pool(p, 3, 1, 'VALID')\nr = tf.nn.avg_pool(z, 2, 2, 'VALID')\n" +
  `${data}with tf.Session() as sess:\n    print(sess.run(p, {x: data}))\n    print(sess.run(r, {z: other}))\n`;

it('a call that ran opens, also where the last one of the graph has no values', () => {
  const opened = layer({ text: two, languageId: 'python', cursor: two.indexOf('p =') });
  expect(opened.options).toMatchObject({ kernel: 2, padding: 'same_upper' });
});

it.each([
  ['q =', 'tf.nn.max_pool is not reached when the text runs'],
  ['r =', 'the values that z is fed are not in the text'],
])('the reason is that of the call at the cursor: %s', (at, reason) => {
  expect(refusal({ text: two, languageId: 'python', cursor: two.indexOf(at) })[0]).toBe(reason);
});

it('a gradient of the graph is not supported; the layers of the same run are known; names of version 1 in version 2', () => {
  const gradient = 'grad = tf.gradients(ys=y, xs=conv)\n';
  const text = `${graph}${gradient}${run('[conv, grad]')}`
    .replaceAll(/tf\.(placeholder|get_variable|Session)/g, 'tf.compat.v1.$1')
    .replace('x = ', 'tf.compat.v1.disable_v2_behavior()\nx = ');
  expect(layer(python(text, { cursor: text.indexOf('conv =') })).operation).toBe('conv_forward');
  expect(refusal(python(text, { cursor: text.indexOf('grad =') }))).toEqual([
    'tf.gradients is not supported',
    'tf.gradients(ys=y, xs=conv)',
  ]);
});
