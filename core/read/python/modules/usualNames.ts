/** What a name means that the text neither assigns nor imports: an earlier cell, which is not there, usually did. */
import { ownEntry } from '../../../ownEntry';

/** Names that mean a module also where the text does not import it. */
export const USUAL_NAMES: Readonly<Record<string, string>> = {
  np: 'numpy',
  numpy: 'numpy',
  torch: 'torch',
  nn: 'torch.nn',
  F: 'torch.nn.functional',
  init: 'torch.nn.init',
  autograd: 'torch.autograd',
  initializers: 'tensorflow.keras.initializers',
  tf: 'tensorflow',
  keras: 'tensorflow.keras',
  layers: 'tensorflow.keras.layers',
  cv2: 'cv2',
  cv: 'cv2',
  plt: 'matplotlib.pyplot',
  math: 'math',
  mstype: 'mindspore.dtype',
  onnx: 'onnx',
  helper: 'onnx.helper',
  numpy_helper: 'onnx.numpy_helper',
  d2l: 'd2l',
  jax: 'jax',
  jnp: 'jax.numpy',
  lax: 'jax.lax',
  scipy: 'scipy',
  signal: 'scipy.signal',
  ndimage: 'scipy.ndimage',
  skimage: 'skimage',
  pytest: 'pytest',
  unittest: 'unittest',
};

const KERAS_LAYERS =
  'Conv2D Conv1D Conv2DTranspose SeparableConv2D DepthwiseConv2D MaxPooling2D MaxPool2D AveragePooling2D AvgPool2D ' +
  'GlobalMaxPooling2D GlobalAveragePooling2D ZeroPadding2D';
const TORCH_MODULES =
  'Conv2d Conv1d ConvTranspose2d MaxPool2d AvgPool2d MaxPool1d AvgPool1d AdaptiveAvgPool2d AdaptiveMaxPool2d';
const SIGNAL = 'convolve2d correlate2d';
const NUMPY = 'array asarray arange zeros ones';
const TESTING = 'assert_allclose assert_almost_equal assert_array_equal assert_array_almost_equal';

/** Classes and functions that have one meaning under any import. */
const USUAL_MEMBERS: Readonly<Record<string, string>> = {
  ...under('tensorflow.keras.layers', KERAS_LAYERS),
  ...under('torch.nn', TORCH_MODULES),
  ...under('scipy.signal', SIGNAL),
  ...under('numpy', NUMPY),
  ...under('numpy.testing', TESTING),
  ...under('numpy.lib.stride_tricks', 'as_strided sliding_window_view'),
  // PyTorch's is written `nn.Sequential`.
  Sequential: 'tensorflow.keras.models.Sequential',
  view_as_windows: 'skimage.util.view_as_windows',
  block_reduce: 'skimage.measure.block_reduce',
  Tensor: 'tinygrad.Tensor',
  tensor: 'torch.tensor',
  Variable: 'torch.autograd.Variable',
};

function under(module: string, names: string): Record<string, string> {
  return Object.fromEntries(names.split(' ').map((name) => [name, `${module}.${name}`]));
}

/** The full path of such a class or function. */
export function usualMember(name: string): string | undefined {
  return ownEntry(USUAL_MEMBERS, name);
}
