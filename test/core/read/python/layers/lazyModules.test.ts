/** PyTorch's lazy modules: weights, training and evaluation as in PyTorch 1.13. */
import { expect, it } from 'vitest';
import { runCode } from '../../../../../core/read/python/runCode';

const network = [
  'import torch',
  'from torch import nn',
  'torch.manual_seed(0)',
  'net = nn.Sequential(nn.LazyConv2d(3, 3), nn.LazyBatchNorm2d(), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.LazyLinear(4))',
  'x = torch.arange(72.).reshape(2, 1, 6, 6)',
  'trained = net(x).detach().numpy()',
  'net.eval()',
  'evaluated = net(x).detach().numpy()',
].join('\n');

it.each([
  ['trained', [-0.68577, -0.38523, -0.6412, 0.52971, 0.0453, 0.42017, -0.15882, 0.37152]],
  ['evaluated', [0.11702, 1.84528, 0.0651, 0.7068, 0.89848, 5.35879, 0.28811, 2.47411]],
])('a network of lazy modules, %s', (name, expected) => {
  const value = runCode(network).variables[name];
  const data = typeof value === 'object' ? Array.from(value.data) : [];
  expect(data.map((each) => Math.round(each * 1e5) / 1e5)).toEqual(expected);
});

it('an unknown value in a %-format makes the text unknown', () => {
  expect(runCode('import foo_bar\na = "%d %s" % (foo_bar.thing(3), 3)\nb = 3\n')).toMatchObject({
    variables: { b: 3 },
  });
});
