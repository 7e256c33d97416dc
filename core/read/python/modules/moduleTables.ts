/** Functions of modules by their names, with their implementations. */
import { LINE_FILTERS } from '../layers/images/lineFilters';
import { RANK_FILTERS } from '../layers/images/rankFilters';
import { NDIMAGE } from '../layers/images/scipyNdimage';
import { NUMPY_1D, SIGNAL } from '../layers/images/scipySignal';
import { FLAX } from '../layers/jax/flax';
import { JAX_LAX } from '../layers/jax/jax';
import { GRADIENT_TAPE, TORCH_AUTOGRAD } from '../layers/keras/gradientTape';
import { INITIALIZERS, TENSORFLOW_INITIALIZERS } from '../layers/keras/initializers';
import { GLUON } from '../layers/others/gluon';
import { KERAS_MODELS, KERAS_PLAIN } from '../layers/keras/keras';
import { KERAS_SEPARABLE, NEURAL_SEPARABLE } from '../layers/keras/kerasSeparable';
import { KERAS_TRANSPOSE, NEURAL_TRANSPOSE } from '../layers/keras/kerasTranspose';
import { KERAS, NEURAL } from '../layers/keras/tensorflow';
import { ONNX_ARRAYS, ONNX_CHECKER, ONNX_HELPER, ONNX_SESSIONS } from '../layers/onnx/graph';
import { ONNX_SCRIPT } from '../layers/onnx/nodes';
import { OPEN_CV } from '../layers/images/openCv';
import { CONTRIB_LAYERS, OLD_LAYERS } from '../layers/keras/oldLayers';
import { NUMPY_RELU } from '../layers/relu';
import { OPTIMIZERS } from '../layers/optimizers';
import { SKIMAGE_MEASURE, SKIMAGE_UTIL } from '../layers/images/skimage';
import { FUNCTIONAL, MODULES, TORCH_LAYERS } from '../layers/torch/torch';
import { TRACE } from '../layers/torch/trace';
import { FUNCTIONAL_1D, MODULES_1D } from '../layers/torch/torch1d';
import { printable } from '../layers/torch/moduleOptions';
import { libraryFunction, type FunctionTable } from '../library/call/Call';
import { CREATION } from '../library/creation/creation';
import { GRIDS } from '../library/indexing/grids';
import { JOINING } from '../library/manipulation/joining';
import { LINALG } from '../library/linearAlgebra/linalg';
import { LINEAR } from '../library/linearAlgebra/linear';
import { NAN_FUNCTIONS } from '../library/mathematics/nanFunctions';
import { SEARCHING } from '../library/sorting/searching';
import { DTYPE_FUNCTIONS } from '../library/creation/dtypeFunctions';
import { SELECTING } from '../library/indexing/selecting';
import { SORTING } from '../library/sorting/sorting';
import { STATISTICS_FUNCTIONS } from '../library/mathematics/statistics';
import { SHARED_MEMORY, STRIDING } from '../library/manipulation/striding';
import { TESTING } from '../library/testing';
import { SPECIAL } from '../library/mathematics/special';
import { MATHEMATICS } from '../library/mathematics/mathematics';
import { SHAPING } from '../library/manipulation/shaping';
import { JAX_DRAWS } from '../library/jax/jaxRandom';
import { JAX_NN } from '../library/jax/jaxFunctions';
import { TORCH_LOSSES } from '../library/torch/torchLosses';
import { TORCH_GENERATORS } from '../library/torch/torchRandom';
import { TORCH_INIT } from '../library/torch/torchInit';
import { TENSORFLOW_DRAWS, TENSORFLOW_OLD_DRAWS } from '../library/tensorflow/tensorflowRandom';
import { TENSORFLOW } from '../library/tensorflow/tensorflowFunctions';
import { TORCH } from '../library/torch/torchFunctions';

/** Decorators that compile a function: its results stay the same. */
const compiler: FunctionTable[string] = [
  'fun|func|f? *rest static_argnums? static_argnames? input_signature? autograph? jit_compile? nopython? parallel? fastmath? cache?',
  (call) => (call.lacks('fun') ? libraryFunction('decorator', 'fun', (use) => use.value('fun')) : call.value('fun')),
];
const COMPILERS: FunctionTable = {
  function: compiler,
  jit: compiler,
  njit: compiler,
  script: compiler,
  export: compiler,
  ignore: compiler,
};

export const TABLES: Readonly<Record<string, readonly FunctionTable[]>> = {
  numpy: [
    NUMPY_RELU,
    NUMPY_1D,
    CREATION,
    DTYPE_FUNCTIONS,
    MATHEMATICS,
    SHAPING,
    JOINING,
    SEARCHING,
    SORTING,
    SELECTING,
    LINEAR,
    GRIDS,
    NAN_FUNCTIONS,
    STATISTICS_FUNCTIONS,
    SHARED_MEMORY,
  ],
  'numpy.linalg': [LINALG],
  'numpy.testing': [TESTING],
  'numpy.lib.stride_tricks': [STRIDING],
  torch: [TORCH_LAYERS, FUNCTIONAL_1D, TORCH, TORCH_GENERATORS],
  'torch.nn': [printable(MODULES), printable(MODULES_1D)],
  'torch.nn.functional': [FUNCTIONAL, FUNCTIONAL_1D, TORCH_LOSSES, TORCH],
  'torch.nn.init': [TORCH_INIT],
  'torch.optim': [OPTIMIZERS],
  'torch.autograd': [TORCH_AUTOGRAD],
  'torch.autograd.variable': [TORCH_AUTOGRAD],
  'tensorflow.math': [TENSORFLOW],
  'tensorflow.nn': [NEURAL, NEURAL_TRANSPOSE, NEURAL_SEPARABLE],
  tensorflow: [TENSORFLOW, TENSORFLOW_INITIALIZERS, TENSORFLOW_OLD_DRAWS, GRADIENT_TAPE, COMPILERS],
  'tensorflow.random': [TENSORFLOW_DRAWS],
  'tensorflow.keras': [KERAS_MODELS],
  'tensorflow.keras.models': [KERAS_MODELS],
  'tensorflow.keras.initializers': [INITIALIZERS],
  'tensorflow.initializers': [INITIALIZERS],
  'tensorflow.layers': [OLD_LAYERS],
  'tensorflow.contrib.layers': [CONTRIB_LAYERS],
  'tensorflow.contrib.slim': [CONTRIB_LAYERS],
  'tensorflow.keras.layers': [KERAS, KERAS_TRANSPOSE, KERAS_SEPARABLE, KERAS_PLAIN],
  jax: [COMPILERS],
  numba: [COMPILERS],
  'torch.jit': [COMPILERS, TRACE],
  'jax.lax': [JAX_LAX],
  'jax.nn': [JAX_NN],
  'jax.random': [JAX_DRAWS],
  'flax.linen': [FLAX, JAX_NN],
  'mxnet.gluon.nn': [GLUON],
  'onnx.helper': [ONNX_HELPER],
  'onnx.numpy_helper': [ONNX_ARRAYS],
  'onnx.reference': [ONNX_SESSIONS],
  'onnx.checker': [ONNX_CHECKER],
  'onnx.shape_inference': [ONNX_CHECKER],
  onnxruntime: [ONNX_SESSIONS],
  onnxscript: [COMPILERS],
  'onnxscript.opset': [ONNX_SCRIPT],
  cv2: [OPEN_CV],
  'skimage.util': [SKIMAGE_UTIL],
  'skimage.util.shape': [SKIMAGE_UTIL],
  'skimage.measure': [SKIMAGE_MEASURE],
  'scipy.special': [SPECIAL],
  'scipy.signal': [SIGNAL],
  'jax.scipy.signal': [SIGNAL],
  'scipy.ndimage': [NDIMAGE, RANK_FILTERS, LINE_FILTERS],
  'scipy.ndimage.filters': [NDIMAGE, RANK_FILTERS, LINE_FILTERS],
};
