/** Members of modules by their full path: `numpy.random.randn`, `torch.nn.functional.conv2d`. */
import { anyOf } from '../../../anyOf';
import { ownEntry } from '../../../ownEntry';
import { dtypeNamed, type Dtype } from '../array/dtype';
import { convert } from '../array/elementwise';
import { rangesOf } from '../array/PyArray';
import { copyOf } from '../array/reshaping';
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
import { ONNX_ARRAYS, ONNX_HELPER, ONNX_REFERENCE } from '../layers/onnx';
import { OPEN_CV, OPEN_CV_CONSTANTS } from '../layers/images/openCv';
import { CONTRIB_LAYERS, OLD_LAYERS } from '../layers/keras/oldLayers';
import { NUMPY_RELU } from '../layers/relu';
import { OPTIMIZERS } from '../layers/parameters';
import { SKIMAGE_MEASURE, SKIMAGE_UTIL } from '../layers/images/skimage';
import { FUNCTIONAL, MODULES, TORCH_LAYERS } from '../layers/torch/torch';
import { TRACE } from '../layers/torch/trace';
import { FUNCTIONAL_1D, MODULES_1D } from '../layers/torch/torch1d';
import type { Context } from '../runtime/Context';
import { NONE, pyBool, pyFloat, pyInteger, pyText } from '../value/constructors';
import type { Py, PyFunction } from '../value/Py';
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
import { MATHEMATICS } from '../library/mathematics/mathematics';
import { randomFunction } from '../library/random/random';
import { newGenerator } from '../library/random/randomGenerator';
import { scalarOf } from '../library/call/scalarOf';
import { borrowedFunction } from './borrowed';
import { aliasOf, OTHER_TABLES, otherPath } from './otherFrameworks';
import { SHAPING } from '../library/manipulation/shaping';
import { JAX_DRAWS } from '../library/jax/jaxRandom';
import { JAX_NN, singlePrecision } from '../library/jax/jaxFunctions';
import { TORCH_LOSSES } from '../library/torch/torchGradients';
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

const TABLES: Readonly<Record<string, readonly FunctionTable[]>> = {
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
  math: [MATHEMATICS],
  torch: [TORCH_LAYERS, FUNCTIONAL_1D, TORCH, TORCH_GENERATORS],
  'torch.nn': [MODULES, MODULES_1D],
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
  'onnx.reference': [ONNX_REFERENCE],
  cv2: [OPEN_CV],
  'skimage.util': [SKIMAGE_UTIL],
  'skimage.util.shape': [SKIMAGE_UTIL],
  'skimage.measure': [SKIMAGE_MEASURE],
  'scipy.signal': [SIGNAL],
  'jax.scipy.signal': [SIGNAL],
  'scipy.ndimage': [NDIMAGE, RANK_FILTERS],
  'scipy.ndimage.filters': [NDIMAGE, RANK_FILTERS],
};

const CONSTANTS: Readonly<Record<string, Py>> = {
  pi: pyFloat(Math.PI),
  e: pyFloat(Math.E),
  inf: pyFloat(Infinity),
  nan: pyFloat(NaN),
  newaxis: NONE,
  euler_gamma: pyFloat(0.5772156649015329),
  NaN: pyFloat(NaN),
  NAN: pyFloat(NaN),
  Inf: pyFloat(Infinity),
  PINF: pyFloat(Infinity),
  NINF: pyFloat(-Infinity),
  Infinity: pyFloat(Infinity),
  tau: pyFloat(2 * Math.PI),
};

/** Modules and functions that only show or configure something. */
const WITHOUT_EFFECT = new RegExp(
  [
    String.raw`^(?:matplotlib|IPython|seaborn|warnings|sys|os|pytest)\b`,
    String.raw`^(?:pickle|json)\.dump$`,
    String.raw`^numpy\.(?:seterr|errstate|save|savez|savez_compressed|savetxt)$`,
    String.raw`^tensorflow\.(?:device|disable_v2_behavior|disable_eager_execution|enable_eager_execution)$`,
    String.raw`^torch\.${anyOf(`
      save set_num_threads use_deterministic_algorithms onnx\\.export set_printoptions set_default_dtype
      no_grad inference_mode set_grad_enabled (?:cuda|mps|xpu)\\.\\w*(?:manual_seed\\w*|synchronize|empty_cache)
    `)}$`,
    String.raw`^mxnet\.(?:npx\.(?:set_np|reset_np)|autograd\.(?:record|pause))$`,
    String.raw`^paddle\.(?:fluid\.(?:dygraph\.guard|CPUPlace|CUDAPlace)|CPUPlace|disable_static|set_device)$`,
    String.raw`^mlx\.core\.(?:eval|async_eval|synchronize|set_default_device)$`,
    String.raw`^oneflow\.(?:manual_seed|set_default_dtype|enable_eager_execution)$`,
  ].join('|'),
);

/** Undefined where the path is not a known member; it may still be the module of one. */
export function memberOf(path: string, context: Context): Py | undefined {
  if (path.startsWith('jax.numpy.')) return singlePrecision(memberOf(path.slice('jax.'.length), context));
  const usual = otherPath(path);
  if (usual !== path) return memberOf(usual, context);
  const alias = aliasOf(path);
  if (alias) return alias.single ? singlePrecision(memberOf(alias.path, context)) : memberOf(alias.path, context);
  // d2l gives the functions of its framework the names of PyTorch.
  const ofFramework =
    /^d2l\.(?:(torch|tensorflow|mxnet|jax)\.)?(tensor|zeros|ones|arange|reshape|stack|concat|eye|matmul|linspace)$/.exec(
      path,
    );
  if (ofFramework) return memberOf(frameworkPath(ofFramework[1] ?? 'torch', ofFramework[2]!), context);
  // Older names of the same functions: `np.lib.pad`, `np.core.multiarray.array`.
  const older = /^numpy\.(?:lib|core)(?:\.[a-z_]+)?\.(\w+)$/.exec(path)?.[1];
  if (older !== undefined && !path.startsWith('numpy.lib.stride_tricks.')) return memberOf(`numpy.${older}`, context);
  const [, module = '', name = path] = /^(.*)\.([^.]*)$/.exec(path) ?? [];
  if (path === 'numpy.random.default_rng') return newGenerator();
  if (path === 'torch.cuda.is_available') return libraryFunction(path, '', () => pyBool(false));
  if (path === 'theano.config.floatX') return pyText('float64');
  if (path === 'torch.device') return libraryFunction(path, 'type index?', (call) => pyText(call.text('type')));
  const constant = module === 'cv2' ? ownEntry(OPEN_CV_CONSTANTS, name) : undefined;
  if (constant !== undefined) return pyInteger(constant);
  if (module === 'numpy.random') return randomFunction(name, context.random);
  if (/^(numpy|math|torch|tensorflow)$/.test(module)) {
    if (Object.hasOwn(CONSTANTS, name)) return CONSTANTS[name];
    const dtype = module === 'math' ? undefined : dtypeOf(name, module);
    if (dtype) return { kind: 'dtype', dtype, ...(module === 'torch' && { torch: true as const }) };
  }
  // `nn` is PyTorch's where the text imports no other: Flax and Gluon have names that PyTorch lacks.
  const tables = [
    ...(ownEntry(TABLES, module) ?? []),
    ...(ownEntry(OTHER_TABLES, module) ?? []),
    ...(module === 'torch.nn' ? [FLAX, GLUON] : []),
  ];
  const entry = tables.find((each) => Object.hasOwn(each, name))?.[name];
  return entry ? libraryFunction(path, entry[0], entry[1]) : borrowedFunction(name, path);
}

function frameworkPath(framework: string, name: string): string {
  if (framework === 'torch') return `torch.${name}`;
  if (framework === 'tensorflow') return `tensorflow.${name === 'tensor' ? 'constant' : name}`;
  const own = { tensor: 'array', concat: 'concatenate' }[name] ?? name;
  return `${framework === 'jax' ? 'jax.numpy' : 'numpy'}.${own}`;
}

/**
 * `keras` is found under TensorFlow; MXNet's arrays are NumPy's, and TensorFlow has its other versions inside. A module
 * of the program's own that exports `np`, to exchange it for CuPy, exports NumPy.
 */
export function canonicalPath(path: string): string {
  // OneFlow keeps its name: its generator is not PyTorch's.
  return (/^oneflow\b/.test(path) ? path.replace('oneflow.experimental', 'oneflow') : otherPath(path))
    .replace(/^keras\b/, 'tensorflow.keras')
    .replace(/^_skimage2\b/, 'skimage')
    .replace(/^(?:\w+\.)*_?testing\.(?=(?:raises|warns)$)/, 'pytest.')
    .replace(/^mxnet\.np\b/, 'numpy')
    .replace(/^(?:common\.)?(?:np|config|backend|gpu|xp)\.np$/, 'numpy')
    .replace(/^tensorflow\.compat\.v[12]\b/, 'tensorflow');
}

export function isWithoutEffect(path: string): boolean {
  return WITHOUT_EFFECT.test(path) || (path.startsWith('oneflow.') && WITHOUT_EFFECT.test(otherPath(path)));
}

/** `np.float32(x)`, `int(x)`: the type as a function. */
export function conversion(dtype: Dtype): PyFunction {
  return libraryFunction(dtype, 'x?', (call) => {
    if (call.lacks('x')) return { kind: 'number', value: 0, dtype, numpy: true };
    const source = call.array('x');
    const made =
      dtype === source.dtype ? copyOf(source, call.context) : convert(source, dtype, call.context, rangesOf(source));
    return scalarOf(made);
  });
}

function dtypeOf(name: string, module: string): Dtype | undefined {
  if (module === 'torch' && name === 'float') return 'float32';
  return /^[a-z]+\d*_?$/.test(name) && name.length > 2 && !/^(e|pi|d|f|abs)$/.test(name) ? dtypeNamed(name) : undefined;
}
