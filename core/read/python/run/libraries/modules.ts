/** Modules of the standard library: itertools, copy, time, functools, collections, operator, math's integers. */
import type { Py } from '../../value/Py';
import { builtin } from '../builtins/builtin';
import { ABC } from './standard/abcModule';
import { ARGPARSE } from './standard/argparseModule';
import { COLLECTIONS } from './standard/collectionsModule';
import { COMPLEX_FUNCTIONS } from './numpy/complexFunctions';
import { CONTEXTLIB } from './standard/contextlibModule';
import { COPY } from './standard/copyModule';
import { DATACLASSES } from './standard/dataclassesModule';
import { FOURIER } from './numpy/fourierModule';
import { FUNCTOOLS } from './standard/functoolsModule';
import { HEAPQ } from './standard/heapqModule';
import { JAX_GRADIENTS } from './jaxGradients';
import { ITERTOOLS } from './standard/itertoolsModule';
import { MATH } from './standard/mathModule';
import { OPERATOR } from './standard/operatorModule';
import { RANDOM } from './standard/randomModule';
import { NUMPY_CALLBACKS } from './numpy/numpyCallbacks';
import { NUMBER_LIMITS } from './numpy/numberLimits';
import { PAD } from './numpy/padByFunction';
import { PRINTING } from './numpy/printOptions';
import { PARAMETERIZED, PYTEST, PYTEST_MARK, UNITTEST } from './pytestModule';
import { PLATFORM, PLATFORM_CONSTANTS, STDOUT } from './standard/platformModules';
import { fromTable, type Builtins } from '../builtins/table';
import { builtinType } from '../builtins/types';
import { builtinException } from '../objects/exceptionClasses';
import { makeInstance } from '../objects/classes';
import { AUTO } from '../operations/enumeration';
import { SIMPLE_NAMESPACE } from './standard/typesModule';
import { STATISTICS_MODULE } from './standard/statisticsModule';
import { PANDAS } from './pandasModule';
import { TIME } from './standard/timeModule';
import { TQDM } from './tqdmModule';
import { WEAKREF } from './standard/weakrefModule';

const MODULES: Readonly<Record<string, Builtins>> = {
  'sys.stdout': STDOUT,
  itertools: ITERTOOLS,
  heapq: HEAPQ,
  weakref: WEAKREF,
  jax: JAX_GRADIENTS,
  copy: COPY,
  time: TIME,
  platform: PLATFORM,
  random: RANDOM,
  numpy: { ...COMPLEX_FUNCTIONS, ...PRINTING, ...NUMPY_CALLBACKS, ...NUMBER_LIMITS },
  'numpy.fft': FOURIER,
  functools: FUNCTOOLS,
  collections: COLLECTIONS,
  math: MATH,
  dataclasses: DATACLASSES,
  abc: ABC,
  argparse: ARGPARSE,
  operator: OPERATOR,
  contextlib: CONTEXTLIB,
  statistics: STATISTICS_MODULE,
  enum: { auto: ['', () => makeInstance(AUTO)] },
  pandas: PANDAS,
  tqdm: TQDM,
  'tqdm.auto': TQDM,
  'tqdm.notebook': TQDM,
  pytest: PYTEST,
  'pytest.mark': PYTEST_MARK,
  unittest: UNITTEST,
  'absl.testing.parameterized': PARAMETERIZED,
  'parameterized.parameterized': PARAMETERIZED,
};

const cache = new Map<string, Py>();

/** Undefined where the path is not a member of these modules. */
export function moduleMember(path: string): Py | undefined {
  const known = cache.get(path);
  if (known) return known;
  const found = find(path);
  if (found) cache.set(path, found);
  return found;
}

function find(path: string): Py | undefined {
  if (Object.hasOwn(PLATFORM_CONSTANTS, path)) return PLATFORM_CONSTANTS[path];
  if (path === 'types.SimpleNamespace') return SIMPLE_NAMESPACE;
  if (path === 'numba.prange') return builtin('range');
  if (path === 'numpy.pad') return PAD;
  if (path === 'numpy.ndarray') return builtinType('ndarray');
  if (path === 'numpy.linalg.LinAlgError') return builtinException('LinAlgError');
  // Until NumPy 1.24 these were other names of Python's types.
  const python = /^numpy\.(float|int)$/.exec(path)?.[1];
  if (python) return builtin(python);
  const own = /^(?:builtins|__builtin__|past\.builtins|future\.builtins|six\.moves)\.(\w+)$/.exec(path)?.[1];
  if (own) return builtin(own === 'xrange' ? 'range' : own);
  if (path === 'itertools.chain.from_iterable') return fromTable(ITERTOOLS, 'chain.from_iterable', path);
  const [, module = '', name = ''] = /^(.*)\.([^.]*)$/.exec(path) ?? [];
  const table = Object.hasOwn(MODULES, module) ? MODULES[module] : undefined;
  return table && fromTable(table, name, path);
}
