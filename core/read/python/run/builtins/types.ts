/** Python's built-in types: constructors, `type` and `isinstance`. */
import { LensError, msg } from '../../../../message';
import { valueAt, type PyArray } from '../../array/PyArray';
import { sizeOf } from '../../../../array/NdArray';
import type { Call } from '../../library/call/Call';
import { requireKnown } from '../../library/call/coerce';
import { CREATION } from '../../library/creation/creation';
import { copySet, makeSet } from '../../value/hashKey';
import { typeError, valueError } from '../../runtime/PythonError';
import { isModule } from '../../layers/moduleTree';
import { memberOf } from '../../modules/namespaces';
import type { Context } from '../../runtime/Context';
import { tapeOf } from '../../autograd/Tape';
import { typeName } from '../../value/typeName';
import { pyBool, pyFloat, pyInteger, pyList, pyText, pyTuple } from '../../value/constructors';
import type { Py, PyDictionary, PyFunction } from '../../value/Py';
import { iterate } from '../operations/iterate';
import { machineOf, type Machine } from '../machine/Machine';
import { findMember, isSubclass } from '../objects/classes';
import { isComplex } from '../objects/complexArray';
import { isTexts } from '../methods/textArray';
import { truthOf } from '../operations/truthOf';
import { fill } from '../methods/dictionaryMethods';
import { reprOf, strOf } from '../text/reprOf';
import { fromTable, type Builtins } from './table';
import { makeRange } from './makeRange';

const CONSTRUCTORS: Builtins = {
  int: ['x? base?', toInt],
  float: ['x?', (call, machine) => (call.has('x') ? toFloat(call.value('x'), machine) : pyFloat(0))],
  bool: ['x?', (call, machine) => pyBool(call.has('x') && truthOf(call.value('x'), machine))],
  str: ['object? encoding?', (call, machine) => pyText(call.has('object') ? strOf(call.value('object'), machine) : '')],
  list: ['iterable?', (call, machine) => pyList(call.has('iterable') ? iterate(call.value('iterable'), machine) : [])],
  tuple: [
    'iterable?',
    (call, machine) => pyTuple(call.has('iterable') ? iterate(call.value('iterable'), machine) : []),
  ],
  set: ['iterable?', (call, machine) => toSet(call, machine, false)],
  frozenset: ['iterable?', (call, machine) => toSet(call, machine, true)],
  range: ['start stop? step?', makeRange],
  // Its elements are not set, like those of `np.empty`.
  ndarray: CREATION['empty']!,
  slice: ['start stop? step?', slice],
  object: ['', () => ({ kind: 'instance', class: OBJECT, attributes: new Map() })],
  type: ['object', (call) => typeOf(call.value('object'), call.context)],
};

const OBJECT = {
  kind: 'class',
  name: 'object',
  bases: [],
  members: new Map<string, Py>(),
  order: [],
  annotated: [],
} as const;

const types = new Map<string, PyFunction>();

export function builtinType(name: string): PyFunction | undefined {
  const known = types.get(name);
  if (known) return known;
  const made = name === 'dict' ? dictionary : fromTable(CONSTRUCTORS, name);
  if (
    !made &&
    !/^(ndarray|NoneType|function|generator|property|staticmethod|classmethod|complex|bytes|module|ellipsis)$/.test(
      name,
    )
  )
    return undefined;
  if (name === 'property' || name === 'staticmethod' || name === 'classmethod') return undefined;
  const type: PyFunction = { ...(made ?? refused(name)), type: name };
  types.set(name, type);
  return type;
}

/** `type(value)`. */
export function typeOf(value: Py, context: Context): Py {
  if (value.kind === 'unknown') return value;
  if (value.kind === 'instance') return isOtherArray(value) ? builtinType('ndarray')! : value.class;
  if (value.kind === 'text' && value.numpy) return { ...builtinType('str')!, name: 'str_', type: 'numpy.str_' };
  if (value.kind === 'number' && (value.numpy || !/^(bool|int64|float64)$/.test(value.dtype)))
    return { kind: 'dtype', dtype: value.dtype };
  const isTensor = value.kind === 'array' && value.notation === 'pytorch';
  if (isTensor || (value.kind === 'layer' && value.framework === 'pytorch')) {
    const made = memberOf(`torch.${isTensor ? '' : 'nn.'}${typeName(value)}`, context);
    if (made?.kind === 'function') return { ...made, type: made.name };
  }
  const name = value.kind === 'array' ? 'ndarray' : typeName(value);
  return builtinType(name) ?? { kind: 'function', name, type: name, call: refused(name).call };
}

/** An array of complex numbers or of strings. */
function isOtherArray(value: Py): boolean {
  return isComplex(value) || isTexts(value);
}

/** `isinstance(value, type)`. */
export function isInstance(value: Py, type: Py, context: Context): boolean {
  requireKnown(value);
  if (type.kind === 'tuple') return type.items.some((each) => isInstance(value, each, context));
  // In a union: `int | None`.
  if (type.kind === 'none') return value.kind === 'none';
  if (type.kind === 'class') return value.kind === 'instance' && isSubclass(value.class, type);
  if (type.kind === 'dtype') return value.kind === 'number' && value.numpy === true && value.dtype === type.dtype;
  if (type.kind === 'namespace') return isAbstract(value, type.path);
  if (type.kind === 'function' && type.name === 'torch.Tensor') return isAbstract(value, type.name);
  if (type.kind === 'function' && /^torch\.nn\.(?:parameter\.)?Parameter$/.test(type.name))
    return value.kind === 'array' ? tapeOf(context).parameters.has(value) : isParameter(value);
  if (type.kind === 'function' && COLLECTION.test(type.name)) return typeName(value) === type.name.split('.').pop();
  if (type.kind === 'function' && MODULE.test(type.name)) return isModuleOf(value, type.name.split('.').pop()!);
  if (type.kind !== 'function' || type.type === undefined)
    throw typeError('isinstance() arg 2 must be a type, a tuple of types, or a union');
  switch (type.type) {
    case 'object':
      return true;
    case 'int':
      return value.kind === 'number' && !value.numpy && (value.dtype === 'int64' || value.dtype === 'bool');
    case 'float':
      return value.kind === 'number' && value.dtype === 'float64';
    case 'ndarray':
      return isOtherArray(value) || (value.kind === 'array' && value.notation !== 'pytorch');
    case 'tuple':
      return value.kind === 'tuple';
    case 'dict':
      return value.kind === 'dictionary';
    default:
      return typeName(value) === type.type;
  }
}

const COLLECTION = /^collections\.(?:deque|OrderedDict|defaultdict|Counter)$/;
const MODULE = /^torch\.nn\.[A-Z]\w*$/;

/** Whether a module of PyTorch was made by the class of this name. */
function isModuleOf(value: Py, name: string): boolean {
  if (value.kind !== 'layer') return false;
  const made = typeName(value);
  if (/^[A-Z]\w*$/.test(made)) return made === name;
  throw new LensError(msg('{0} is not supported', 'isinstance'));
}

function isParameter(value: Py): boolean {
  return value.kind === 'layer' && value.parameter !== undefined && !value.detached;
}

/** NumPy's abstract scalar types and PyTorch's tensor. */
function isAbstract(value: Py, path: string): boolean {
  if (path === 'torch.nn.Module') return isModule(value);
  if (path === 'torch.Tensor')
    return (value.kind === 'array' && value.notation === 'pytorch') || (value.kind === 'layer' && !!value.parameter);
  const scalar = value.kind === 'number' && value.numpy === true;
  if (path === 'numpy.integer') return scalar && /^u?int/.test(value.dtype);
  if (path === 'numpy.floating') return scalar && value.dtype.startsWith('float');
  if (path === 'numpy.number') return scalar && value.dtype !== 'bool';
  if (path === 'numpy.generic') return scalar;
  // NumPy's numbers are registered with Python's classes.
  const number = value.kind === 'number' && !(scalar && value.dtype === 'bool');
  if (path === 'numbers.Number' || path === 'numbers.Real' || path === 'numbers.Complex') return number;
  if (path === 'numbers.Integral') return number && !value.dtype.startsWith('float');
  const [, abstract] = /^(?:collections\.abc|typing)\.(Sequence|Mapping|Iterable|Collection|Sized)$/.exec(path) ?? [];
  // What a class of the text has decides for its objects.
  if (abstract === undefined || value.kind === 'instance' || value.kind === 'layer')
    throw new LensError(msg('{0} is not supported', path));
  if (abstract === 'Mapping') return value.kind === 'dictionary';
  if (/^(?:list|tuple|text|range)$/.test(value.kind)) return true;
  if (abstract === 'Sequence') return false;
  return /^(?:array|dictionary|set)$/.test(value.kind) || (abstract === 'Iterable' && value.kind === 'iterator');
}

function refused(name: string): PyFunction {
  return {
    kind: 'function',
    name,
    call: () => {
      throw new LensError(msg('{0} is not supported', name));
    },
  };
}

const dictionary: PyFunction = {
  kind: 'function',
  name: 'dict',
  call: ({ named, positional }, context) => {
    const made: PyDictionary = { kind: 'dictionary', entries: new Map() };
    return fill(made, { positional, named }, machineOf(context));
  },
};

function toSet(call: Call, machine: Machine, frozen: boolean): Py {
  if (!call.has('iterable')) return makeSet([], frozen);
  const value = call.value('iterable');
  if (value.kind === 'set') return frozen && value.frozen ? value : copySet(value, frozen);
  return makeSet(iterate(value, machine), frozen);
}

function toInt(call: Call, machine: Machine): Py {
  if (!call.has('x')) return pyInteger(0);
  const value = call.value('x');
  if (value.kind === 'text') return parsedInteger(value.value, call.integer('base', 10), machine);
  const number = realOf(
    value,
    machine,
    '__int__',
    'int() argument must be a string, a bytes-like object or a real number',
  );
  if (Number.isNaN(number)) throw valueError('cannot convert float NaN to integer');
  if (!Number.isFinite(number)) throw new LensError(msg('cannot convert infinity to an integer'));
  const whole = Math.trunc(number) + 0;
  if (!Number.isSafeInteger(whole)) throw new LensError(msg('integers beyond 2^53 are not supported: {0}', whole));
  return pyInteger(whole);
}

function parsedInteger(source: string, base: number, machine: Machine): Py {
  if (base !== 0 && !(base >= 2 && base <= 36)) throw valueError('int() base must be >= 2 and <= 36, or 0');
  const [, sign, prefix = '', body] = /^([+-]?)(0[xob](?=\w))?_?(.*)$/i.exec(source.trim()) ?? [];
  const ofPrefix = { '0x': 16, '0o': 8, '0b': 2 }[prefix.toLowerCase()];
  const takesPrefix = ofPrefix !== undefined && (base === 0 || base === ofPrefix);
  const radix = base !== 0 ? base : (ofPrefix ?? 10);
  const digits = takesPrefix ? body! : source.trim().replace(/^[+-]/, '');
  const isNumber =
    /^[0-9a-z]+(?:_[0-9a-z]+)*$/i.test(digits) &&
    Array.from(digits).every((digit) => digit === '_' || parseInt(digit, 36) < radix) &&
    !(base === 0 && !takesPrefix && /^0[0_]*[1-9]/.test(digits));
  if (!isNumber) throw valueError(`invalid literal for int() with base ${base}: ${reprOf(pyText(source), machine)}`);
  const value = parseInt(digits.replaceAll('_', ''), radix);
  if (!Number.isSafeInteger(value)) throw new LensError(msg('integers beyond 2^53 are not supported: {0}', digits));
  return pyInteger(sign === '-' ? 0 - value : value);
}

function toFloat(value: Py, machine: Machine): Py {
  if (value.kind === 'text') {
    const plain = value.value
      .trim()
      .toLowerCase()
      .replace(/(?<=\d)_(?=\d)/g, '');
    const special = /^([+-]?)(inf|infinity|nan)$/.exec(plain);
    if (special) return pyFloat(special[2] === 'nan' ? NaN : special[1] === '-' ? -Infinity : Infinity);
    if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/.test(plain)) return pyFloat(Number(plain));
    throw valueError(`could not convert string to float: ${reprOf(value, machine)}`);
  }
  return pyFloat(realOf(value, machine, '__float__', 'float() argument must be a string or a real number'));
}

function realOf(value: Py, machine: Machine, special: string, needed: string): number {
  if (value.kind === 'number') return value.value;
  if (value.kind === 'array') return oneElement(value);
  if (value.kind === 'instance') {
    const method = findMember(value.class, special) ?? findMember(value.class, '__index__');
    const found = method && machine.call(method, [value]);
    if (found?.kind === 'number') return found.value;
  }
  throw typeError(`${needed}, not '${typeName(value)}'`);
}

function oneElement(array: PyArray): number {
  if (sizeOf(array.shape) === 1) return valueAt(array, array.offset);
  throw typeError('only size-1 arrays can be converted to Python scalars');
}

function slice(call: Call): Py {
  const bound = (name: string): number | undefined => (call.lacks(name) ? undefined : call.integer(name));
  const only = !call.has('stop');
  return {
    kind: 'slice',
    start: only ? undefined : bound('start'),
    stop: only ? bound('start') : bound('stop'),
    step: bound('step'),
  };
}
