/** Names by which programs reach layers: Keras' data format, functions imported under other names, converted arrays. */
import { expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';
import { layer, python, refusal } from '../requests';

const images = "import numpy as np\nx = np.arange(32, dtype='float32').reshape(1, 2, 4, 4)\n";
const pool = 'from keras.layers import MaxPooling2D\ny = MaxPooling2D(2)(x)\n';

it('set_image_data_format holds for the layers of Keras below it', () => {
  const set = "from keras import backend as K\nK.set_image_data_format('channels_first')\n";
  expect(layer(python(`${images}${set}${pool}`)).roles['x']!.shape).toEqual([1, 4, 4, 2]);
  expect(layer(python(`${images}${pool}`)).roles['x']!.shape).toEqual([1, 2, 4, 4]);
  const own = `${images}${set}${pool.replace('(2)', "(2, data_format='channels_last')")}`;
  expect(layer(python(own)).roles['x']!.shape).toEqual([1, 2, 4, 4]);
  const neural = `${images}${set}import tensorflow as tf\ny = tf.nn.max_pool2d(x, 2, 2, 'VALID')\n`;
  expect(layer(python(neural)).roles['x']!.shape).toEqual([1, 2, 4, 4]);
});

it('the set format is read back', () => {
  const text = `${images}from keras import backend as K\nK.set_image_dim_ordering('th')\nif K.image_data_format() == 'channels_first':\n    ${pool.replace('\n', '\n    ')}`;
  expect(layer(python(text)).roles['x']!.shape).toEqual([1, 4, 4, 2]);
});

it.each([
  ['from scipy.signal import convolve2d as conv2', "conv2(a, k, 'same')", 'conv2'],
  ['from torch.nn.functional import max_pool2d as pool', 'pool(torch.tensor(a).reshape(1, 1, 3, 3), 2)', 'pool'],
])('%s: with the cursor in the first of two calls, it opens', (imports, call) => {
  const text = `import numpy as np\nimport torch\n${imports}\na = np.arange(9.).reshape(3, 3)\nk = np.eye(2)\ny = ${call}\na = a + 1\nz = ${call}\n`;
  expect(layer(python(text, { cursor: text.indexOf('y = ') + 5 })).roles['x']!.values[0]).toBe(0);
  expect(layer(python(text)).roles['x']!.values[0]).toBe(1);
});

it('what is computed with an array in another form shows the arrays', () => {
  const text =
    'import numpy as np\nfrom tinygrad import Tensor\nx_init = np.array([[1., 2.]])\nW_init = np.eye(2)\ndef f():\n    x = Tensor(x_init)\n    W = Tensor(W_init)\n    return x.dot(W).relu()\n';
  expect(openText(python(text)).kind).toBe('array');
});

it('a decorator that skips a test does not hide it', () => {
  const text =
    'import unittest\nimport torch.nn.functional as F\nclass TestPool(unittest.TestCase):\n    @unittest.skipIf(not torch.cuda.is_available(), "needs a GPU")\n' +
    '    def test_pool(self):\n        F.max_pool2d(torch.ones(1, 1, 4, 4), 2)\n';
  expect(layer(python(text)).operation).toBe('pool_forward');
});

it('a sample image of scikit-image is data that are read', () => {
  const text =
    'import skimage as ski\nfrom scipy import ndimage\nx = ski.data.coins()\ny = ndimage.convolve(x, [[1, 2], [3, 4]])\n';
  expect(refusal(python(text))[0]).toMatch(/^ski\.data\.coins reads data that are not in the text/);
});
