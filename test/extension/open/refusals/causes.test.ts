/** The reason of a refusal is the cause: what the cursor's own line, a cell above or a graph lacks. */
import { describe, expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';

const GRAPH = `import tensorflow as tf
x = tf.placeholder(tf.float32, shape=[None, 4])
x_image = tf.reshape(x, [-1, 2, 2, 1])
W = tf.Variable(tf.constant(0.5, shape=[1, 1, 1, 1]))
convolved = tf.nn.conv2d(x_image, W, strides=[1, 1, 1, 1], padding='SAME') + 1
h = tf.nn.relu(convolved)
p = tf.nn.max_pool(h, ksize=[1, 2, 2, 1], strides=[1, 2, 2, 1], padding='SAME')
`;

describe('reasons', () => {
  it.each([
    [
      'an image that an earlier cell reads, also where another argument is known above',
      {
        before: [
          'from PIL import Image\nimport numpy as np\nfrom scipy.signal import convolve2d\nim = Image.open("a.png")\npixels = np.array(im)',
          'c = np.zeros((3, 3))',
        ],
        text: 'edges = convolve2d(pixels, c, mode="same")',
      },
      'edges',
      'Image.open reads data that are not in the text: write a small array in its place, or step through the variable while debugging',
    ],
    [
      'a call of a layer on the line of the cursor that is not supported, not the call below it',
      {
        text: `import numpy as np
from scipy import ndimage as ndi
from skimage.filters import correlate_sparse
def test_valid():
    image = np.arange(25.).reshape(5, 5)
    kernel = np.arange(9).reshape(3, 3)
    out = correlate_sparse(image, kernel, mode="valid")
    expected = ndi.correlate(image, kernel, mode='wrap')[1:4, 1:4]
    assert np.allclose(out, expected)
`,
      },
      'correlate_sparse(image',
      'correlate_sparse is not supported',
    ],
    [
      'a placeholder that is fed with data which are not in the text',
      { text: `${GRAPH}sess = tf.Session()\nprint(sess.run(p, feed_dict={x: batch[0]}))\n` },
      'tf.nn.max_pool',
      'the values that x is fed are not in the text',
    ],
    ['a placeholder without data', { text: GRAPH }, 'tf.nn.max_pool', 'x gets no value where the graph runs'],
  ])('%s', (_, request, at, message) => {
    const opened = openText({ languageId: 'python', ...request, cursor: request.text.indexOf(at) });
    expect(opened).toMatchObject({ kind: 'refused', message });
  });

  it('max pooling of TensorFlow 1 by the names of its arguments', () => {
    const text =
      "import tensorflow as tf\nx = tf.ones((1, 4, 4, 1))\ny = tf.nn.max_pool(value=x, ksize=[1, 2, 2, 1], strides=[1, 2, 2, 1], padding='SAME')";
    expect(openText({ text, languageId: 'python' })).toMatchObject({ kind: 'layer', operation: 'pool_forward' });
  });
});

it('a name that a block above could not compute has the reason of that block', () => {
  const block = (code: string) => `Some words here.\n\n\`\`\`\n${code}\n\`\`\`\n\n`;
  const made = 'import torch\nimg = torch.randn(1, 1, 4, 4)\nunfolded = torch.nn.Unfold(3)(img)\noutput = unfolded.';
  const text = (call: string) =>
    block(`${made}${call}`) + block('grads = torch.randn(4)\ngrad_weights = output * grads');
  expect(openText({ text: text('unknown()'), languageId: 'markdown' })).toMatchObject({
    kind: 'refused',
    message: 'Tensor.unknown is not supported',
  });
  expect(openText({ text: text('matmul(torch.ones(4, 4))'), languageId: 'markdown' }).kind).not.toBe('refused');
});

it('a file next to the text, which is not read', () => {
  const text =
    "import os, sys, torch\nimport numpy as np\nsys.path.append(os.path.dirname(os.path.abspath(__file__)))\nd = np.load(os.path.join(os.path.dirname(__file__), 'a.npy'))\nF.max_pool2d(torch.tensor(d), 2)\n";
  expect(openText({ text, languageId: 'python' })).toMatchObject({
    kind: 'refused',
    message: expect.stringContaining('np.load reads data that are not in the text') as string,
  });
});

it.each([
  ['import mine.layers as ml', 'ml.UpConv2D', 'mine.layers'],
  ['import minitorch', 'minitorch.conv2d', 'minitorch'],
])('a function of a module of the user’s: %s', (line, callee, module) => {
  const text = `${line}\nimport numpy as np\nx = np.ones((4, 4))\nlayers = [${callee}(x, 2)]\n`;
  expect(openText({ text, languageId: 'python' })).toMatchObject({
    kind: 'refused',
    message: `${callee} comes from ${module}, which is not in this text`,
  });
});

it('data that a loader of other unknown parts gives are the reason, not their name', () => {
  const text = `import torch
import torch.nn.functional as F
from torch.utils.data import DataLoader
from torchvision import datasets, transforms
made = transforms.Compose([transforms.ToTensor()])
data = datasets.CIFAR10(root='.', download=True, transform=made)
images, labels = next(iter(DataLoader(data, batch_size=4)))
maps = F.conv2d(images, torch.ones(1, 3, 3, 3))
`;
  expect(openText({ text, languageId: 'python' })).toMatchObject({
    kind: 'refused',
    message: expect.stringContaining('datasets.CIFAR10 reads data that are not in the text') as string,
  });
});
