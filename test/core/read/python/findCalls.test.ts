/** Lenses see calls, not definitions, imports, comments or strings. */
import { describe, expect, it } from 'vitest';
import { findCalls } from '../../../../core/read/python/findCalls';

describe('findCalls', () => {
  it.each([
    ['Z, cache = conv_forward(A_prev, W, b, hparameters)', 'conv_forward', 'conv_forward'],
    ['x = solution.pool_backward(dA, (a, [b]), mode="max)")', 'solution.pool_backward', 'pool_backward'],
    ['out, _ = conv_forward_naive(x, w, b, conv_param)', 'conv_forward_naive', 'conv_forward'],
    ['dx = max_pool_backward_naive(dout, cache)', 'max_pool_backward_naive', 'pool_backward'],
    ['y = F.conv2d(x, w)', 'F.conv2d', 'conv_forward'],
    ['y = torch.nn.functional.max_pool2d(x, 2)', 'torch.nn.functional.max_pool2d', 'pool_forward'],
    ['y = nn.MaxPool2d(2)(x)', 'nn.MaxPool2d', 'pool_forward'],
    ['y = tf.nn.avg_pool2d(x, 2, 2, "SAME")', 'tf.nn.avg_pool2d', 'pool_forward'],
    ['y = signal.convolve2d(x, k)', 'signal.convolve2d', 'conv_forward'],
    ['y = jax.lax.reduce_window(x, 0, lax.max, (1, 2, 2, 1))', 'jax.lax.reduce_window', 'pool_forward'],
    ['y = F.adaptive_avg_pool2d(x, 1)', 'F.adaptive_avg_pool2d', 'pool_forward'],
    ['n = onnx.helper.make_node("MaxPool", inputs=["x"])', 'onnx.helper.make_node', 'pool_forward'],
    ['y = corr2d(X, K)', 'corr2d', 'conv_forward'],
    ['y = tf.keras.layers.Conv2D(3, 2)(x)', 'tf.keras.layers.Conv2D', 'conv_forward'],
    ['y = AveragePooling2D()(x)', 'AveragePooling2D', 'pool_forward'],
    ['def f(x):\n    return create_mask_from_window(x)', 'create_mask_from_window', 'create_mask_from_window'],
  ])('%s', (text, callee, operation) => {
    const calls = findCalls(text);
    expect(calls.map((call) => [call.callee, call.operation])).toEqual([[callee, operation]]);
    const [start, end] = calls[0]!.range;
    expect(text.slice(start, end)).toMatch(/^[\w.]+\([^]*\)$/);
    expect(text.slice(start).startsWith(callee)).toBe(true);
  });

  it('calls of objects that the text makes: modules, sequences, classes with forward and backward', () => {
    const text =
      'conv = nn.Conv2d(1, 1, 3)\ny = conv(x)\nlayer = Pooling(2, 2)\nz = layer.forward(y)\nlayer.backward(z)\n' +
      'model = tf.keras.Sequential([])\nmodel.predict(x)\nother(x)\n';
    expect(findCalls(text).map(({ callee, operation }) => [callee, operation])).toEqual([
      ['nn.Conv2d', 'conv_forward'],
      ['conv', 'conv_forward'],
      ['layer.forward', 'pool_forward'],
      ['layer.backward', 'pool_backward'],
      ['model.predict', 'conv_forward'],
    ]);
  });

  it.each([
    'def conv_forward(A_prev, W, b, hparameters):',
    '# conv_forward(A)',
    '"conv_forward(A)"',
    "'''\nconv_forward(A)\n'''",
    'my_conv_forward(A)',
    'conv_forward_mine(A)',
    'conv_forward = 3',
    'node = helper.make_node("Add", inputs=["x", "y"])',
    'x.conv2d(y)',
    'from course import conv_forward',
  ])('nothing in %s', (text) => {
    expect(findCalls(text)).toEqual([]);
  });

  it('only what begins in the part that is asked for', () => {
    const text = 'zero_pad(a, 1)\nzero_pad(b, 2)\nzero_pad(c, 3)\n';
    expect(findCalls(text, { from: 15, to: 30 }).map(({ range }) => text.slice(...range))).toEqual(['zero_pad(b, 2)']);
  });

  it('a bracket that never closes ends the call at the bracket', () => {
    expect(findCalls('zero_pad(a, (').map(({ range }) => range)).toEqual([[0, 9]]);
  });
});
