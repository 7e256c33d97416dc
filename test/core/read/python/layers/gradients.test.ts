/** Gradients of PyTorch and TensorFlow; the expected numbers are those of PyTorch 1.13. */
import { describe, expect, it } from 'vitest';
import { evaluatePython } from '../../../../../core/read/python/evaluatePython';
import { arraysOfCall } from '../../../../../core/read/LayerCall';

const HEAD = 'import torch\nimport torch.nn as nn\nimport torch.nn.functional as F\n';

const numbersOf = (text: string, name: string): number[] | undefined => {
  const found = evaluatePython(HEAD + text).arrays.find((array) => array.name === name);
  return found && Array.from(found.array.data, (value) => Math.round(value * 1e4) / 1e4 + 0);
};

const IMAGE = 'x = torch.arange(1., 10.).reshape(1, 1, 3, 3).requires_grad_(True)\n';
const FILTER = 'w = torch.ones(1, 1, 2, 2, requires_grad=True)\n';

describe('backward', () => {
  it('of the sum of a convolution gives x.grad and w.grad, and records conv_backward', () => {
    const text = `${IMAGE}${FILTER}F.conv2d(x, w).sum().backward()\ngx, gw = x.grad, w.grad\n`;
    expect(numbersOf(text, 'gx')).toEqual([1, 2, 1, 2, 4, 2, 1, 2, 1]);
    expect(numbersOf(text, 'gw')).toEqual([12, 16, 24, 28]);
    const call = evaluatePython(HEAD + text).calls.at(-1)!;
    expect(call).toMatchObject({ operation: 'conv_backward', callee: 'F.conv2d(x, w).sum().backward' });
    expect(Array.from(arraysOfCall(call)['dZ']!.data)).toEqual([1, 1, 1, 1]);
  });

  it('of a mean squared error reaches the bias', () => {
    const text = `${IMAGE}${FILTER}b = torch.tensor([1.], requires_grad=True)
F.mse_loss(F.conv2d(x, w, b), torch.zeros(1, 1, 2, 2)).backward()
gx, gw, gb = x.grad, w.grad, b.grad
`;
    expect(numbersOf(text, 'gx')).toEqual([6.5, 15, 8.5, 19, 42, 23, 12.5, 27, 14.5]);
    expect(numbersOf(text, 'gw')).toEqual([146, 188, 272, 314]);
    expect(numbersOf(text, 'gb')).toEqual([42]);
  });

  it('of one cell of an average pooling', () => {
    const text = `x = torch.arange(16.).reshape(1, 1, 4, 4).requires_grad_(True)
y = F.avg_pool2d(x, 2)
y[0, 0, 0, 1].backward()
g = x.grad
`;
    expect(numbersOf(text, 'g')).toEqual([0, 0, 0.25, 0.25, 0, 0, 0.25, 0.25, 0, 0, 0, 0, 0, 0, 0, 0]);
  });

  it('adds up over two calls, through ReLU and arithmetic', () => {
    const text = `x = torch.tensor([[[[-1., 2.], [3., -4.]]]], requires_grad=True)
(F.relu(x) / 2 - x * 3).sum().backward()
first = x.grad.clone()
(F.relu(x) / 2 - x * 3).sum().backward()
second = x.grad
`;
    expect(numbersOf(text, 'first')).toEqual([-3, -2.5, -2.5, -3]);
    expect(numbersOf(text, 'second')).toEqual([-6, -5, -5, -6]);
  });

  it('trains a filter: weights change by data[:] -= and by SGD as in PyTorch', () => {
    const learn = (step: string) => `torch.manual_seed(0)
X = torch.ones((6, 8))
X[:, 2:6] = 0
Y = (X[:, :-1] - X[:, 1:]).reshape(1, 1, 6, 7)
X = X.reshape(1, 1, 6, 8)
conv = nn.Conv2d(1, 1, kernel_size=(1, 2), bias=False)
opt = torch.optim.SGD(conv.parameters(), lr=3e-2)
for i in range(10):
    l = (conv(X) - Y) ** 2
    conv.zero_grad()
    l.sum().backward()
    ${step}
w = conv.weight.data.clone()
`;
    expect(numbersOf(learn('conv.weight.data[:] -= 3e-2 * conv.weight.grad'), 'w')).toEqual([1.0063, -0.9662]);
    expect(numbersOf(learn('opt.step()'), 'w')).toEqual([1.0063, -0.9662]);
  });

  it.each([
    ['torch.tan(F.conv2d(x, w)).sum().backward()', 'the gradient of torch.tan is not supported'],
    ['F.conv2d(x, w).backward()', 'RuntimeError: grad can be implicitly created only for scalar outputs'],
    ['F.conv2d(x.detach(), w.detach()).sum().backward()', 'does not require grad'],
  ])('%s: refused, and x.grad is not known', (code, message) => {
    const { errors, arrays } = evaluatePython(`${HEAD}${IMAGE}${FILTER}${code}\ng = x.grad\n`);
    expect(errors[0]!.message).toContain(message);
    expect(arrays.map(({ name }) => name)).not.toContain('g');
  });
});

describe('gradients of what PyTorch 1.13 gives: x is [[1, 2], [3, 5]], y is x * 1', () => {
  const gradient = (code: string) =>
    evaluatePython(
      `${HEAD}x = torch.tensor([[1., 2.], [3., 5.]], requires_grad=True)\ny = x * 1\n${code}\ng = x.grad\n`,
    );

  it.each([
    ['(y * y.T).sum().backward()', [2, 6, 4, 10]],
    ['(torch.stack([y, y * x]).sum() + x.sum()).backward()', [4, 6, 8, 12]],
    ['torch.cat((y, y))[:3].sum().backward()', [2, 2, 1, 1]],
    ['a, b = y\n(a * b).sum().backward()', [3, 5, 1, 2]],
    ['sum([r * 2 for r in y]).sum().backward()', [2, 2, 2, 2]],
    ['y[[0, 0, 1]].sum().backward()', [2, 2, 1, 1]],
    ['with torch.no_grad():\n    s = y.sum()\n(y * s).sum().backward()', [11, 11, 11, 11]],
    ['(y * y.data + y.detach() * x).sum().backward()', [2, 4, 6, 10]],
    ['(y @ x).sum().backward()', [7, 12, 10, 15]],
    ['(F.pad(y, (1, 1, 1, 1))[:2, :2] * 3).sum().backward()', [3, 0, 0, 0]],
    ['y.split(1)[1].sum().backward()', [0, 0, 1, 1]],
    ['y.mean(dim=0).backward(torch.tensor([1., 2.]))', [0.5, 1, 0.5, 1]],
    ['y.permute(1, 0).reshape(4)[1].backward()', [0, 0, 1, 0]],
    ['torch.stack(list(map(torch.sum, y)))[1].backward()', [0, 0, 1, 1]],
    ['(x.grad,) = torch.autograd.grad(y.sum(), x)', [1, 1, 1, 1]],
    ['x.grad, _ = torch.autograd.grad([y * 2], [x, y], grad_outputs=[torch.ones_like(x)])', [2, 2, 2, 2]],
    ['x.data -= 1\n(y * x).sum().backward()', [1, 3, 5, 9]],
  ])('%s', (code, expected) => {
    const { arrays, errors } = gradient(code);
    expect(errors).toEqual([]);
    expect(Array.from(arrays.find(({ name }) => name === 'g')!.array.data)).toEqual(expected);
  });

  it.each([
    'y[0] = 3\ny.sum().backward()',
    'v = y[0]\nv[0] = 3\ny.sum().backward()',
    'y.mul_(2)\ny.sum().backward()',
    'out = torch.zeros(2)\nout[0] = y.sum()\n(out.sum() + x.sum()).backward()',
    '(torch.atan2(y, x) + y).sum().backward()',
  ])('%s: refused', (code) => {
    const { arrays, errors } = gradient(code);
    expect(errors[0]!.message).toMatch(/^the gradient of .* is not supported$/);
    expect(arrays.map(({ name }) => name)).not.toContain('g');
  });
});

it('an optimizer that is not computed leaves the weights unknown', () => {
  const text = `conv = nn.Conv2d(1, 1, 2)
opt = torch.optim.RMSprop(conv.parameters(), lr=0.1)
x = torch.ones(1, 1, 3, 3)
conv(x).sum().backward()
opt.step()
y = conv(x)
`;
  const { errors, arrays } = evaluatePython(HEAD + text);
  expect(errors.map(({ message }) => message)).toContainEqual(
    expect.stringMatching(/torch\.optim\.RMSprop is not supported/),
  );
  expect(arrays.map(({ name }) => name)).not.toContain('y');
});

it.each([
  ['for p in conv.parameters():\n    p -= p\n    p += 2', [2, 2, 2, 2]],
  ['for name, p in conv.named_parameters():\n    p.data.fill_(0.5)', [0.5, 0.5, 0.5, 0.5]],
  ['conv.weight.data[0, 0, 0] = 3\nconv.weight.data[0, 0, 1] = 4', [3, 3, 4, 4]],
])('weights change in place: %s', (code, expected) => {
  expect(numbersOf(`conv = nn.Conv2d(1, 1, 2)\n${code}\nw = conv.weight.data.clone()\n`, 'w')).toEqual(expected);
});

it.each(['nn.init.orthogonal_(conv.weight)', 'conv.apply(init)', 'conv.load(path)'])(
  'weights are not known after %s',
  (code) => {
    const { arrays } = evaluatePython(`${HEAD}conv = nn.Conv2d(1, 1, 2)\n${code}\ny = conv(torch.ones(1, 1, 3, 3))\n`);
    expect(arrays.map(({ name }) => name)).not.toContain('y');
  },
);

describe('tf.GradientTape', () => {
  const text = (watch: string) => `import tensorflow as tf
x = tf.reshape(tf.range(1., 10.), (1, 3, 3, 1))
w = tf.Variable(tf.ones((2, 2, 1, 1)))
with tf.GradientTape() as tape:
    ${watch}
    y = tf.nn.conv2d(x, w, strides=1, padding='VALID')
    loss = tf.reduce_sum(y)
gx, gw = tape.gradient(loss, [x, w])
`;

  it('gives the gradients of variables and of watched tensors', () => {
    expect(numbersOf(text('tape.watch(x)'), 'gx')).toEqual([1, 2, 1, 2, 4, 2, 1, 2, 1]);
    expect(numbersOf(text('tape.watch(x)'), 'gw')).toEqual([12, 16, 24, 28]);
  });

  it('has no gradient through what was computed outside of it', () => {
    const before = 'v = tf.Variable([2., 3.])\nu = v * v\nwith tf.GradientTape() as tape:\n    z = u + v\n';
    expect(numbersOf(`import tensorflow as tf\n${before}gv = tape.gradient(z, v)\n`, 'gv')).toEqual([1, 1]);
  });

  it('gives None for a tensor that is not watched', () => {
    expect(numbersOf(text('pass'), 'gx')).toBeUndefined();
    expect(numbersOf(text('pass'), 'gw')).toEqual([12, 16, 24, 28]);
  });
});

describe('jax.grad, jax.value_and_grad and jax.vjp; the expected numbers are those of PyTorch', () => {
  const JAX = `import jax, jax.numpy as jnp
from jax import lax
x = jnp.arange(16.).reshape(1, 1, 4, 4)
w = jnp.ones((1, 1, 2, 2))
loss = lambda w: jnp.sum(lax.conv(x, w, (1, 1), 'VALID') ** 2)
pooled = lambda x: lax.reduce_window(x, 0., lax.add, (1, 1, 2, 2), (1, 1, 2, 2), 'VALID')
`;
  it.each([
    ['g = jax.grad(loss)(w)', [3516, 4056, 5676, 6216], 'conv_backward'],
    ['v, g = jax.value_and_grad(loss)(w)', [3516, 4056, 5676, 6216], 'conv_backward'],
    [
      "y, back = jax.vjp(lambda w: lax.conv(x, w, (1, 1), 'VALID'), w)\ng, = back(jnp.ones_like(y))",
      [45, 54, 81, 90],
      'conv_backward',
    ],
    ['g = jax.grad(lambda p: pooled(p["x"] * 2).sum())({"x": x})["x"]', Array<number>(16).fill(2), 'pool_backward'],
    ['g = jnp.ones(1) * jax.grad(lambda a, b: a.sum() * b, argnums=1)(x, 3.)', [120], undefined],
  ])('%s', (code, expected, operation) => {
    const { arrays, calls, errors } = evaluatePython(`${JAX}${code}\n`);
    expect(errors).toEqual([]);
    expect(Array.from(arrays.find(({ name }) => name === 'g')!.array.data)).toEqual(expected);
    expect(calls.at(-1)?.operation).toBe(operation);
  });

  it.each([
    'jax.grad(lambda x: jnp.max(x))(x)',
    'jax.grad(lambda x: x.sum() + jnp.array([v.sum() for v in x]).sum())(x)',
  ])('%s: refused', (code) => {
    expect(evaluatePython(`${JAX}${code}\n`).errors[0]!.message).toMatch(/^the gradient of .* is not supported$/);
  });
});
