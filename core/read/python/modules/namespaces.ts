/** Members of modules by their full path: `numpy.random.randn`, `torch.nn.functional.conv2d`. */
import { anyOf } from '../../../anyOf';
import { ownEntry } from '../../../ownEntry';
import { dtypeNamed, kindOf, type Dtype } from '../array/dtype';
import { convert } from '../array/elementwise';
import { rangesOf } from '../array/PyArray';
import { copyOf } from '../array/reshaping';
import { FLAX } from '../layers/jax/flax';
import { GLUON } from '../layers/others/gluon';
import { OPEN_CV_CONSTANTS } from '../layers/images/openCv';
import type { Context } from '../runtime/Context';
import { PythonError, typeError, valueError } from '../runtime/PythonError';
import { NAN, NONE, pyBool, pyFloat, pyInteger, pyText, UNKNOWN, pyList } from '../value/constructors';
import type { Py, PyFunction } from '../value/Py';
import { libraryFunction } from '../library/call/Call';
import { randomFunction } from '../library/random/random';
import { newGenerator } from '../library/random/randomGenerator';
import { scalarOf } from '../library/call/scalarOf';
import { borrowedFunction } from './borrowed';
import { aliasOf, OTHER_TABLES, otherPath } from './otherFrameworks';
import { singlePrecision } from '../library/jax/jaxFunctions';
import { TABLES } from './moduleTables';

const CONSTANTS: Readonly<Record<string, Py>> = {
  pi: pyFloat(Math.PI),
  e: pyFloat(Math.E),
  inf: pyFloat(Infinity),
  nan: NAN,
  newaxis: NONE,
  True_: { kind: 'number', value: 1, dtype: 'bool', numpy: true },
  False_: { kind: 'number', value: 0, dtype: 'bool', numpy: true },
  euler_gamma: pyFloat(0.5772156649015329),
  NaN: NAN,
  NAN,
  Inf: pyFloat(Infinity),
  PINF: pyFloat(Infinity),
  NINF: pyFloat(-Infinity),
  Infinity: pyFloat(Infinity),
  tau: pyFloat(2 * Math.PI),
};

/** Modules and functions that only show or configure something. */
const WITHOUT_EFFECT = new RegExp(
  [
    String.raw`^(?:matplotlib|IPython|seaborn|warnings|sys|os|pytest|torch_xla)\b`,
    String.raw`^(?:pickle|json)\.dump$`,
    String.raw`^numpy\.(?:seterr|errstate|save|savez|savez_compressed|savetxt)$`,
    String.raw`^tensorflow\.(?:device|disable_v2_behavior|disable_eager_execution|enable_eager_execution)$`,
    String.raw`^torch\.${anyOf(`
      save set_num_threads use_deterministic_algorithms onnx\\.export set_printoptions
      no_grad inference_mode (?:cuda|mps|xpu)\\.\\w*(?:manual_seed\\w*|synchronize|empty_cache)
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
    /^d2l\.(?:(torch|tensorflow|mxnet|jax)\.)?(tensor|zeros|ones|arange|reshape|stack|concat|eye|matmul|linspace|float32|int32)$/.exec(
      path,
    );
  if (ofFramework) return memberOf(frameworkPath(ofFramework[1] ?? 'torch', ofFramework[2]!), context);
  // Older names of the same functions: `np.lib.pad`, `np.core.multiarray.array`.
  const older = /^numpy\.(?:lib|core)(?:\.[a-z_]+)?\.(\w+)$/.exec(path)?.[1];
  if (older !== undefined && !path.startsWith('numpy.lib.stride_tricks.')) return memberOf(`numpy.${older}`, context);
  const [, module = '', name = path] = /^(.*)\.([^.]*)$/.exec(path) ?? [];
  if (path === 'numpy.random.default_rng') return newGenerator();
  if (path === 'sys.argv') return argumentsOf(context);
  if (/^torch\.(?:cuda|xpu|(?:backends\.)?mps|accelerator)\.is_(?:available|built)$/.test(path))
    return libraryFunction(path, '', () => pyBool(false));
  if (path === 'pathlib.Path') return libraryFunction(path, '*rest', () => UNKNOWN);
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

const programArguments = new WeakMap<Context, Py>();

/** `sys.argv`: the program is started without arguments; its own name is not known. */
function argumentsOf(context: Context): Py {
  const known = programArguments.get(context) ?? pyList([UNKNOWN]);
  programArguments.set(context, known);
  return known;
}

/** Layers of a module that are named like a member that it lacks. */
export function relatedMembers(path: string): string[] {
  const [, module = '', name = ''] = /^(.*)\.([^.]*)$/.exec(canonicalPath(path)) ?? [];
  const word = /conv|pool|corr|filter/i.exec(name)?.[0].toLowerCase();
  const tables = [...(ownEntry(TABLES, module) ?? []), ...(ownEntry(OTHER_TABLES, module) ?? [])];
  const names = tables.flatMap((table) => Object.keys(table));
  const related = word === undefined ? [] : names.filter((each) => each.toLowerCase().includes(word));
  return [...new Set(related)].filter((each) => !/1d/i.test(each)).slice(0, MOST_RELATED);
}

const MOST_RELATED = 4;

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
    .replace(/^(?:common\.)?(?:np|config|backend|gpu|xp)\.np$/, 'numpy');
}

export function isWithoutEffect(path: string): boolean {
  return WITHOUT_EFFECT.test(path) || WITHOUT_EFFECT.test(otherPath(path));
}

/** `np.float32(x)`, `int(x)`: the type as a function. */
export function conversion(dtype: Dtype): PyFunction {
  return libraryFunction(dtype, 'x?', (call) => {
    if (call.has('x') && call.value('x').kind === 'none' && kindOf(dtype) === 1)
      throw typeError("int() argument must be a string, a bytes-like object or a real number, not 'NoneType'");
    if (call.lacks('x')) return { kind: 'number', value: 0, dtype, numpy: true };
    const given = call.value('x');
    if (kindOf(dtype) === 1 && given.kind === 'number' && !given.numpy && !Number.isFinite(given.value))
      throw Number.isNaN(given.value)
        ? valueError('cannot convert float NaN to integer')
        : new PythonError('OverflowError', 'cannot convert float infinity to integer');
    const source = call.array('x');
    const made =
      dtype === source.dtype ? copyOf(source, call.context) : convert(source, dtype, call.context, rangesOf(source));
    return scalarOf(made);
  });
}

function dtypeOf(name: string, module: string): Dtype | undefined {
  if (module === 'torch' && /^(?:float|int)$/.test(name)) return name === 'int' ? 'int32' : 'float32';
  return /^[a-z]+\d*_?$/.test(name) && name.length > 2 && !/^(e|pi|d|f|abs)$/.test(name) ? dtypeNamed(name) : undefined;
}
