/** Flax's modules. */
import { expect, it } from 'vitest';
import { layer, python, refusal } from '../requests';

const head =
  'import jax\nimport jax.numpy as jnp\nfrom flax import linen as nn\nx = jnp.arange(16.).reshape((1, 4, 4, 1))\n';
const compact = (body: string) =>
  `${head}class Net(nn.Module):\n  k: int = 4\n  @nn.compact\n  def __call__(self, x, train: bool = False):\n    return ${body}\n`;

it('a pooling in a compact module with the field k = 2 is opened by apply', () => {
  const text = `${compact('nn.max_pool(x, (self.k, self.k), strides=(self.k, self.k))')}net = Net(k=2)\n`;
  for (const call of [
    'v = net.init(jax.random.PRNGKey(0), x)\ny = net.apply(v, x, train=False)',
    'y = net.apply({}, x)',
  ]) {
    const opened = layer(python(text + call));
    expect(opened).toMatchObject({ operation: 'pool_forward', options: { kernel: [2, 2], stride: [2, 2] } });
    expect(opened.roles['x']?.values).toHaveLength(16);
  }
});

it('nn.Conv of a compact module has no weights in the text', () => {
  const text = `${compact('nn.relu(nn.Conv(3, (2, 2))(x))')}net = Net()\ny = net.apply(net.init(jax.random.PRNGKey(0), x), x)`;
  expect(refusal(python(text))).toEqual([
    'the weights of nn.Conv are not in the text, so its output is not known',
    'nn.Conv(3, (2, 2))(x)',
  ]);
});

it('given parameters are refused by name', () => {
  const text = `${compact('nn.max_pool(x, (2, 2))')}y = Net().apply({'params': {'a': 1}}, x)`;
  expect(refusal(python(text))[0]).toContain('variables');
});

it('an undefined name above the call is the reason, not the tuple of attributes in the module', () => {
  const text = `${compact('nn.max_pool(x, (self.k, self.k))')}net = Net(k=2)\ny = net.apply(net.init(key, x), x)`;
  expect(refusal(python(text))).toEqual(['key is not defined', 'key']);
});
