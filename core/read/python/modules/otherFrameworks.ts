/** Members of smaller frameworks: their layers, and which functions of NumPy and PyTorch their other functions are. */
import { CHAINER, CHAINER_CORE, CHAINER_LINKS } from '../layers/others/chainer';
import { DEZERO, DEZERO_CORE } from '../layers/others/dezero';
import { EQUINOX } from '../layers/others/equinox';
import { GLUON_INITIALIZERS } from '../layers/others/gluon';
import { HAIKU } from '../layers/others/haiku';
import { KERAS_BACKEND, KERAS_CONFIG, KERAS_OPERATIONS } from '../layers/others/kerasOperations';
import { MLX, MLX_MODULES } from '../layers/others/mlx';
import { FLAX_NNX } from '../layers/others/flaxNnx';
import { MXNET } from '../layers/others/mxnet';
import { PADDLE_FUNCTIONAL, PADDLE_MODULES } from '../layers/others/paddle';
import { PADDLE, PADDLE_INITIALIZERS } from '../layers/others/paddleArrays';
import { MINDSPORE, MINDSPORE_MODULES, MINDSPORE_OPERATIONS } from '../layers/others/mindspore';
import { THEANO, THEANO_NNET, THEANO_POOL, THEANO_TENSOR } from '../layers/others/theano';
import { randomArrays } from '../layers/others/randomArrays';
import { SESSIONS } from '../layers/others/sessions';
import { TINYGRAD, TINYGRAD_MODULES, TINYGRAD_TENSOR } from '../layers/others/tinygrad';
import { FLAX } from '../layers/jax/flax';
import type { FunctionTable } from '../library/call/Call';
import { JAX_NN } from '../library/jax/jaxFunctions';

const MLX_DRAWS = randomArrays({ generator: 'MLX', floats: 'float32' });
const MXNET_DRAWS = randomArrays({ generator: 'MXNet', floats: 'float32' });

/** Functions and classes by their module. */
export const OTHER_TABLES: Readonly<Record<string, readonly FunctionTable[]>> = {
  tensorflow: [SESSIONS],
  paddle: [PADDLE],
  'paddle.nn': [PADDLE_MODULES],
  'paddle.nn.functional': [PADDLE_FUNCTIONAL],
  'paddle.nn.initializer': [PADDLE_INITIALIZERS],
  'dezero.functions': [DEZERO],
  dezero: [DEZERO_CORE],
  'chainer.functions': [CHAINER],
  'chainer.links': [CHAINER_LINKS],
  chainer: [CHAINER_CORE],
  'mlx.core': [MLX],
  'mlx.core.random': [MLX_DRAWS],
  'mlx.nn': [MLX_MODULES],
  'mxnet.nd': [MXNET],
  'mxnet.init': [GLUON_INITIALIZERS],
  'mxnet.initializer': [GLUON_INITIALIZERS],
  'mxnet.npx': [MXNET],
  'mxnet.nd.random': [MXNET_DRAWS],
  haiku: [HAIKU],
  'equinox.nn': [EQUINOX],
  'flax.nnx': [FLAX_NNX, FLAX, JAX_NN],
  'tensorflow.keras.ops': [KERAS_OPERATIONS],
  'tensorflow.keras.backend': [KERAS_BACKEND],
  'tensorflow.keras.config': [KERAS_CONFIG],
  'tensorflow.keras.backend.config': [KERAS_CONFIG],
  theano: [THEANO],
  'theano.tensor': [THEANO_TENSOR],
  'theano.tensor.nnet': [THEANO_NNET],
  'theano.tensor.signal.pool': [THEANO_POOL],
  mindspore: [MINDSPORE],
  'mindspore.ops': [MINDSPORE_OPERATIONS],
  'mindspore.nn': [MINDSPORE_MODULES],
  tinygrad: [TINYGRAD],
  'tinygrad.Tensor': [TINYGRAD_TENSOR],
  'tinygrad.nn': [TINYGRAD_MODULES],
  'cupy.random': [randomArrays({ generator: 'CuPy', floats: 'float64' })],
};

/** A member that is another module's, and whether its results have single precision. */
export interface Alias {
  readonly path: string;
  readonly single?: true;
}

type Names = Readonly<Record<string, string>>;

const ARRAYS =
  'array arange ones zeros full eye linspace reshape transpose expand_dims squeeze concatenate stack zeros_like ones_like ' +
  'maximum minimum exp abs sqrt square sum mean max min matmul pad flatten';
const MORE_ARRAYS =
  'broadcast_to transpose swapaxes moveaxis repeat tile where round floor ceil sin cos tanh log add subtract multiply divide ' +
  'negative power equal greater less all any argmax argmin cumsum prod outer allclose array_equal';
const TYPES = 'float16 float32 int8 int16 int32 int64 uint8';

const TORCH_NAMES: Names = names(
  'torch',
  'arange linspace eye zeros_like ones_like squeeze unsqueeze stack matmul abs exp sqrt maximum minimum',
);
const MLX_NAMES: Names = names('numpy', `${ARRAYS} ${MORE_ARRAYS} ${TYPES}`);
const KERAS_NAMES: Names = {
  ...names('numpy', ARRAYS),
  convert_to_tensor: 'tensorflow.convert_to_tensor',
};
const THEANO_NAMES: Names = names('numpy', `${ARRAYS} dot tanh log`);
const MINDSPORE_NAMES: Names = names('numpy', `${ARRAYS} ${TYPES}`);
const MXNET_NAMES: Names = names('numpy', 'array ones zeros arange eye full dot');

/** Undefined for a path that is a member of its own. */
export function aliasOf(path: string): Alias | undefined {
  const [, module = '', name = ''] = /^(.*)\.([^.]*)$/.exec(path) ?? [];
  const find = (own: Names): string | undefined => (Object.hasOwn(own, name) ? own[name] : undefined);
  switch (module) {
    case 'mxnet.nd':
      return single(find(MXNET_NAMES));
    case 'mlx.core':
      return single(find(MLX_NAMES));
    case 'tensorflow.keras.ops':
      return single(find(KERAS_NAMES));
    case 'paddle': {
      const target = find(TORCH_NAMES) ?? find(names('numpy', TYPES));
      return target === undefined ? undefined : { path: target };
    }
    case 'theano.tensor': {
      const target = find(THEANO_NAMES);
      return target === undefined ? undefined : { path: target };
    }
    case 'mindspore':
      return single(find(MINDSPORE_NAMES));
    case 'mindspore.ops':
      return single(find(MINDSPORE_NAMES));
    case 'haiku.initializers':
      return name === 'Constant' ? { path: 'tensorflow.keras.initializers.Constant' } : undefined;
    case 'cupy':
      return name === 'asnumpy' ? { path: 'numpy.array' } : undefined;
    default:
      return undefined;
  }
}

function single(path: string | undefined): Alias | undefined {
  return path === undefined ? undefined : { path, single: true };
}

function names(module: string, list: string): Names {
  return Object.fromEntries(list.split(' ').map((name) => [name, `${module}.${name}`]));
}

/** The usual path of a member that a framework also has under another one. */
export function otherPath(path: string): string {
  if (
    !/^(?:cupy|numba\.(?:u?int|float)\d|chainer\.(?:functions|links)\.\w+\.|mxnet\.ndarray\b|autograd|oneflow|dezero\.(?:core|functions_conv)|paddle\.fluid|tinygrad\.tensor|haiku|onnxscript|pytensor|aesara|theano\.tensor\.|mindspore\.|(?:tensorflow\.)?keras\.src\b|tf_keras|tensorflow\.(?:python\.(?:keras|ops|framework)|compat\.v[12]\b))/.test(
      path,
    )
  )
    return path;
  return (
    path
      .replace(/^mxnet\.ndarray\b/, 'mxnet.nd')
      .replace(/^tensorflow\.compat\.v[12]\b/, 'tensorflow')
      .replace(/^tensorflow\.python\.ops\.nn(?:_ops)?\b/, 'tensorflow.nn')
      .replace(/^tensorflow\.python\.(?:ops|framework)\.\w+/, 'tensorflow')
      .replace(/^(?:tensorflow\.)?keras\.src\b|^tf_keras\b|^tensorflow\.python\.keras\b/, 'tensorflow.keras')
      .replace(/^(tensorflow\.keras\.ops)\.(?:nn|numpy|core)\b/, '$1')
      .replace(/^onnxscript\.(?:onnx_opset\.)?opset\d+\b/, 'onnxscript.opset')
      .replace(/^cupyx\.scipy\b/, 'scipy')
      .replace(/^numba\b/, 'numpy')
      // `chainer.functions.connection.convolution_2d.convolution_2d`.
      .replace(/^chainer\.(functions|links)\.\w+(?:\.\w+)?(?=\.\w+$)/, 'chainer.$1')
      .replace(/^cupy(?=$|\.(?!random\b|asnumpy$))/, 'numpy')
      .replace(/^autograd\.(numpy|scipy)\b/, '$1')
      .replace(/^paddle\.fluid\.(?:dygraph\.)?nn\.(?=(?:Conv2D|Pool2D)$)/, 'paddle.nn.')
      .replace(/^paddle\.fluid\.dygraph\.(?:nn\.)?(?=Conv2DTranspose$)/, 'paddle.nn.Fluid')
      .replace(/^paddle\.fluid\.dygraph\.(?=(?:Conv2D|Pool2D)$)/, 'paddle.nn.')
      .replace(/^paddle\.fluid\.(?:dygraph\.(?:base\.)?)?to_variable$/, 'paddle.to_tensor')
      .replace(/^paddle\.fluid\.(?:param_attr\.)?ParamAttr$/, 'paddle.ParamAttr')
      .replace(/^paddle\.fluid\.initializer\b/, 'paddle.nn.initializer')
      // OneFlow has PyTorch's functions; its generator is another one.
      .replace(/^oneflow\b(?!\.(?:manual_seed|set_default_dtype|enable_eager_execution)$)/, 'torch')
      .replace(/^dezero\.functions_conv\b/, 'dezero.functions')
      .replace(/^dezero\.core\b/, 'dezero')
      .replace(/^tinygrad\.tensor\b/, 'tinygrad')
      .replace(/^(?:pytensor|aesara)\b/, 'theano')
      .replace(/^(theano\.tensor\.nnet)\.(?:abstract_)?conv\b/, '$1')
      .replace(/^(theano\.tensor\.signal)\.(?:downsample|pool)\b/, '$1.pool')
      .replace(/^theano\.tensor\.signal\.conv\b/, 'theano.tensor.nnet')
      .replace(/^mindspore\.(?:ops\.(?:operations|function)|ops\.P)\b/, 'mindspore.ops')
      // `mint` has PyTorch's functions and defaults.
      .replace(/^mindspore\.mint\b/, 'torch')
      .replace(/^mindspore\.common\.tensor\b/, 'mindspore')
      .replace(/^mindspore\.(?:common\.)?dtype\b(?=\.)/, 'numpy')
      .replace(/^haiku\._src\.(?!initializers\b)\w+/, 'haiku')
      .replace(/^haiku\._src\b/, 'haiku')
  );
}
