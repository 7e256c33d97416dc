/** Python's special methods of built-in values, as `x.__len__()`, and the attributes that these values have and the interpreter lacks. */
import { LensError, msg } from '../../../../message';
import { NONE, pyBool, pyInteger, pyText } from '../../value/constructors';
import { typeName } from '../../value/typeName';
import type { Py, PyFunction } from '../../value/Py';
import type { Machine } from '../machine/Machine';
import { compare, isComparison } from '../operations/compare';
import { operatorOf } from '../operations/operatorNames';
import { operate, operateUnary } from '../operations/operate';
import { builtin } from '../builtins/builtin';
import { typeOf } from '../builtins/types';
import { isException } from '../objects/exceptionClasses';
import { BINARY_UFUNCS } from '../../library/ufunc/binaryUfuncs';
import { UNARY_UFUNCS } from '../../library/ufunc/unaryUfuncs';

const CONTAINER = 'len iter contains getitem';
const SEQUENCE = `${CONTAINER} add mul rmul`;
const NUMBER = 'abs add bool divmod float floordiv int mod mul neg pos pow radd rmul rsub round sub truediv rtruediv';

/** Special methods by Python's name of the type, without underscores; `object`'s belong to every type. */
const SPECIAL: Readonly<Record<string, string>> = {
  object: 'repr str eq ne lt le gt ge hash init new dir format',
  str: `${SEQUENCE} mod`,
  list: `${SEQUENCE} setitem delitem iadd imul reversed`,
  tuple: SEQUENCE,
  dict: `${CONTAINER} setitem delitem or ior reversed`,
  set: 'len iter contains and or sub xor',
  frozenset: 'len iter contains and or sub xor',
  range: `${CONTAINER} reversed`,
  int: `${NUMBER} index and or xor invert lshift rshift`,
  bool: `${NUMBER} index and or xor invert lshift rshift`,
  float: NUMBER,
  dict_values: 'len iter',
  generator: 'iter next',
  slice: '',
  NoneType: 'bool',
  function: 'call',
  'numpy.number': `${NUMBER} getitem array`,
  'numpy.ndarray': `${SEQUENCE} ${NUMBER} setitem matmul array iadd imul isub itruediv and or xor invert`,
};

const INTEGER = 'as_integer_ratio bit_count bit_length conjugate denominator from_bytes imag numerator real to_bytes';

/** Other attributes that Python has. */
const PLAIN: Readonly<Record<string, string>> = {
  str: 'casefold encode expandtabs format_map isascii isprintable maketrans translate',
  dict: 'fromkeys',
  OrderedDict: 'fromkeys move_to_end',
  Counter: 'elements fromkeys subtract total update',
  defaultdict: 'default_factory fromkeys',
  set: 'pop',
  int: INTEGER,
  bool: INTEGER,
  float: 'as_integer_ratio conjugate fromhex hex imag is_integer real',
  generator: 'close throw gi_code gi_frame gi_running gi_suspended gi_yieldfrom',
  dict_keys: 'isdisjoint mapping',
  dict_items: 'isdisjoint mapping',
  dict_values: 'mapping',
  dtype:
    `alignment base byteorder char descr fields flags hasobject isalignedstruct isbuiltin isnative metadata names newbyteorder num ` +
    `shape subdtype ${INTEGER}`,
  ufunc: 'accumulate at identity nargs nin nout ntypes outer reduce reduceat resolve_dtypes signature types',
  flatiter: 'coords index',
  Exception: 'add_note with_traceback',
  range: 'start stop step index count',
  slice: 'start stop step indices',
  property: 'fget fset fdel',
};

/** Types whose other attributes are not listed. */
const INCOMPLETE = /^(?:nditer|[if]info|partial)$/;

/** Special methods by which programs tell kinds of values apart: the table above lists all of them that a type has. */
const TELLING = ['len', 'iter', 'next', 'getitem', 'setitem', 'contains', 'call', 'enter', 'exit', 'array'];

function bitLength(value: number): number {
  return value === 0 ? 0 : Math.abs(value).toString(2).length;
}

/** Undefined where Python has no such attribute. Throws a refusal where Python has it, or may have it, and the interpreter lacks it. */
export function specialMember(value: Py, name: string, machine: Machine): PyFunction | undefined {
  const special = /^__(\w+)__$/.exec(name)?.[1];
  if (special === undefined) {
    const owner = ownerOf(value);
    if (!has(PLAIN, owner, name) && !INCOMPLETE.test(owner)) return undefined;
    if (name === 'is_integer' && value.kind === 'number')
      return { kind: 'function', name, call: () => pyBool(Number.isInteger(value.value)) };
    if (name === 'bit_length' && value.kind === 'number' && /^(int|bool)$/.test(owner))
      return { kind: 'function', name, call: () => pyInteger(bitLength(value.value)) };
    throw refusal(value, name);
  }
  if (value.kind === 'unknown') return undefined;
  const isOwn = value.kind === 'instance' || value.kind === 'class';
  const type = specialOwner(value);
  if (!isOwn && value.kind !== 'function' && (has(SPECIAL, type, special) || has(SPECIAL, 'object', special)))
    return {
      kind: 'function',
      name,
      call: ({ positional }) => called(value, special, positional[0]?.value, machine),
    };
  // Only instances, classes and functions keep their attributes in a dictionary.
  if (special === 'dict' && !isOwn && type !== 'function' && Object.hasOwn(SPECIAL, type)) return undefined;
  if (TELLING.includes(special) && (isOwn || Object.hasOwn(SPECIAL, type))) return undefined;
  throw refusal(value, name);
}

export function refusal(value: Py, name: string): LensError {
  return new LensError(msg('{0}.{1} is not supported', typeName(value), name));
}

function called(value: Py, special: string, argument: Py | undefined, machine: Machine): Py {
  const operator = argument && operatorOf(special);
  if (operator) return (isComparison(operator) ? compare : operate)(operator, value, argument, machine);
  if (argument && special === 'contains') return compare('in', argument, value, machine);
  if (special === 'neg') return operateUnary('-', value, machine);
  const same = builtin(special);
  if (same && !argument) return machine.call(same, [value]);
  throw new LensError(msg('{0}.{1} is not supported', typeName(value), `__${special}__`));
}

/** The type whose special methods are looked up: one that has the same ones, as far as they are listed. */
function specialOwner(value: Py): string {
  if (value.kind === 'dictionary') return 'dict';
  if (value.kind === 'iterator') return value.type === 'nditer' ? value.type : 'generator';
  if (value.kind === 'function') return value.type === undefined ? 'function' : 'type';
  const type = typeName(value)
    .replace(/^deque$/, 'list')
    .replace(/^dict_(?:keys|items)$/, 'set');
  return value.kind === 'number' && type.startsWith('numpy.') ? 'numpy.number' : type;
}

/** The type whose attributes are looked up: a class has those of its values. */
function ownerOf(value: Py): string {
  if (value.kind === 'dtype') return 'dtype';
  if (value.kind === 'instance' && isException(value.class)) return 'Exception';
  if (value.kind === 'function' && value.name === 'partial') return 'partial';
  if (value.kind === 'function' && value.type !== undefined) return value.type;
  return isUfunc(value) ? 'ufunc' : typeName(value);
}

function isUfunc(value: Py): boolean {
  const [, name = ''] = (value.kind === 'function' && !value.user && /^numpy\.(\w+)$/.exec(value.name)) || [];
  return UNARY_UFUNCS.has(name) || BINARY_UFUNCS.has(name);
}

function has(table: Readonly<Record<string, string>>, type: string, name: string): boolean {
  return Object.hasOwn(table, type) && table[type]!.split(' ').includes(name);
}

/** `__name__`, `__class__`, `__doc__` and `__call__`. */
export function commonMember(value: Py, name: string, machine: Machine): Py | undefined {
  if (name === '__class__' && value.kind !== 'class' && value.kind !== 'dtype' && value.kind !== 'namespace')
    return typeOf(value, machine.context);
  if (name === '__call__' && (value.kind === 'function' || value.kind === 'class')) return value;
  if (name === '__name__') {
    if (value.kind === 'function')
      return value.user?.attributes.get('__name__') ?? pyText((value.type ?? value.name).split('.').pop()!);
    if (value.kind === 'class') return pyText(value.name);
    if (value.kind === 'dtype') return pyText(value.dtype === 'bool' ? 'bool_' : value.dtype);
  }
  if (name === '__module__' && (value.kind === 'class' || value.kind === 'instance')) return pyText('__main__');
  if (name === '__doc__' && value.kind === 'function' && value.user)
    return value.user.doc === undefined ? NONE : pyText(value.user.doc);
  return undefined;
}
