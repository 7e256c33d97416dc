/** Layers of a file that is not in the text are PyTorch's of that name, with a note. */
import { describe, expect, it } from 'vitest';
import { layerResults } from '../../../corpus/layerResults';
import { layer, python, refusal } from '../requests';

const arrays =
  'import numpy as np\nx = np.arange(32.).reshape(1, 2, 4, 4)\nw = np.ones((3, 2, 3, 3))\nb = np.array([1., 2, 3])\n';
const own = 'from mytorch.layer import Conv2d, MaxPool2d\n';
const conv = 'conv = Conv2d(2, 3, kernel_size=3, padding=1)\nconv.weight.data = w\nconv.bias.data = b\n';

describe('classes and functions of another file', () => {
  it.each([
    [
      'a layer',
      `${own}${conv}conv(x)`,
      'conv_forward',
      'F.conv2d(torch.tensor(x), torch.tensor(w), torch.tensor(b), padding=1)',
    ],
    [
      'its gradient',
      `${own}${conv}_ = conv(x)\ndx = conv.backward(np.ones((1, 3, 4, 4)))`,
      'conv_backward',
      't = torch.tensor(x, requires_grad=True)\nF.conv2d(t, torch.tensor(w), torch.tensor(b), padding=1).sum().backward()',
    ],
    ['pooling', `${own}pool = MaxPool2d(2, 2)\npool.forward(x)`, 'pool_forward', 'F.max_pool2d(torch.tensor(x), 2)'],
    [
      'a function and tensors',
      'from .tensor import Tensor\nimport micro.functional as MF\nMF.conv2d(Tensor(x), Tensor(w), stride=2)',
      'conv_forward',
      'F.conv2d(torch.tensor(x), torch.tensor(w), stride=2)',
    ],
  ])('%s', (_, text, operation, reference) => {
    const opened = layer(python(arrays + text));
    const expected = layer(python(`import torch\nimport torch.nn.functional as F\n${arrays}${reference}`));
    expect(opened.operation).toBe(operation);
    expect(opened.assumptions).toContainEqual(expect.stringMatching(/is taken as that of PyTorch$/));
    expect(layerResults(opened).map((each) => Array.from(each))).toEqual(
      layerResults(expected).map((each) => Array.from(each)),
    );
  });

  it('opens with the cursor at the gradient', () => {
    const text = `${arrays}${own}pool = MaxPool2d(2, 2)\ny = pool.forward(x)\ndx = pool.backward(y)\n`;
    expect(layer({ text, languageId: 'python', cursor: text.indexOf('dx') }).operation).toBe('pool_backward');
  });

  it.each([
    [
      'other arguments',
      'conv = Conv2d(in_ch=2, filters=3, k=3)\nconv.forward(x)',
      'Conv2d comes from mytorch.layer, which is not in this text',
    ],
    [
      'weights that the text does not set',
      'Conv2d(2, 3, 3)(x)',
      'Conv2d comes from mytorch.layer, which is not in this text',
    ],
    [
      'weights that the text does not set, in a later line',
      'conv = Conv2d(2, 3, 3)\ny = conv.forward(x)',
      'Conv2d comes from mytorch.layer, which is not in this text',
    ],
    [
      'other axes',
      'from my import conv2d\nconv2d(x[0, 0], w[0, 0])',
      'conv2d comes from my, which is not in this text',
    ],
  ])('is refused with %s', (_, code, message) => {
    expect(refusal(python(`${arrays}${own}${code}\n`))[0]).toBe(message);
  });
});
