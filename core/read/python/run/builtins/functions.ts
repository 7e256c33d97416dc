/** Python's built-in functions. */
import { LensError, msg } from '../../../../message';
import { castTo } from '../../array/dtype';
import { MATHEMATICS } from '../../library/mathematics';
import type { Call } from '../../library/call/Call';
import { hashKey } from '../../value/hashKey';
import { PythonError, typeError, valueError } from '../../runtime/PythonError';
import { typeName } from '../../value/typeName';
import { NONE, UNKNOWN, boolean, float, integer, list, text, tuple } from '../../value/constructors';
import type { Py, PyNumber } from '../../value/Py';
import { iterate, iteratorOf } from '../operations/iterate';
import { Unavailable } from '../../runtime/Unavailable';
import type { Machine } from '../machine/Machine';
import { findMember } from '../objects/classes';
import { isLess } from '../operations/equality';
import { compare, operate } from '../operations/operate';
import { sorted } from '../operations/sorted';
import { truthOf } from '../operations/truthOf';
import { fixedText } from '../text/floatText';
import { formatValue } from '../text/formatValue';
import { reprOf, strOf } from '../text/reprOf';
import type { Builtins } from './table';
import { isInstance } from './types';

export const FUNCTIONS: Builtins = {
  print: ['*values sep? end? file? flush?', print],
  display: ['*values', print],
  pprint: ['*values', print],
  len: ['obj', (call, machine) => integer(lengthOf(call.value('obj'), machine))],
  abs: ['x', absolute],
  round: ['number ndigits?', rounded],
  divmod: [
    'x y',
    (call, machine) => {
      const [x, y] = [call.value('x'), call.value('y')];
      return tuple([operate('//', x, y, machine), operate('%', x, y, machine)]);
    },
  ],
  pow: ['base exp', (call, machine) => operate('**', call.value('base'), call.value('exp'), machine)],
  max: ['*values key? default?', (call, machine) => extreme(call, machine, 1)],
  min: ['*values key? default?', (call, machine) => extreme(call, machine, -1)],
  sum: [
    'iterable start?',
    (call, machine) => {
      let sum = call.has('start') ? call.value('start') : integer(0);
      const next = iteratorOf(call.value('iterable'), machine);
      for (let item = next(); item !== undefined; item = next()) {
        machine.context.spend(10);
        sum = operate('+', sum, item, machine);
      }
      return sum;
    },
  ],
  any: ['iterable', (call, machine) => boolean(someItem(call, machine, true))],
  all: ['iterable', (call, machine) => boolean(!someItem(call, machine, false))],
  sorted: [
    'iterable key? reverse?',
    (call, machine) =>
      list(
        sorted(
          iterate(call.value('iterable'), machine),
          call.lacks('key') ? undefined : call.value('key'),
          call.flag('reverse', false),
          machine,
        ),
      ),
  ],
  isinstance: ['object type', (call) => boolean(isInstance(call.value('object'), call.value('type')))],
  issubclass: [
    'type of',
    (call) => {
      const [type, of] = [call.value('type'), call.value('of')];
      return boolean(type.kind === 'class' && of.kind === 'class' && type.order.includes(of));
    },
  ],
  callable: ['object', (call) => boolean(isCallable(call.value('object')))],
  repr: ['object', (call, machine) => text(reprOf(call.value('object'), machine))],
  format: ['value spec?', (call, machine) => text(formatValue(call.value('value'), call.text('spec', ''), machine))],
  id: ['object', (call) => integer(identityOf(call.value('object')))],
  hash: ['object', (call) => refuseHash(call)],
  chr: ['code', (call) => text(String.fromCodePoint(call.integer('code')))],
  ord: ['character', (call) => integer(call.text('character').codePointAt(0) ?? 0)],
  bin: ['x', (call) => text(based(call.integer('x'), 2, '0b'))],
  oct: ['x', (call) => text(based(call.integer('x'), 8, '0o'))],
  hex: ['x', (call) => text(based(call.integer('x'), 16, '0x'))],
  getattr: ['object name default?', getAttribute],
  hasattr: [
    'object name',
    (call, machine) => {
      try {
        machine.attribute(call.value('object'), call.text('name'));
        return boolean(true);
      } catch (error) {
        if (error instanceof PythonError && error.type === 'AttributeError') return boolean(false);
        throw error;
      }
    },
  ],
  setattr: [
    'object name value',
    (call, machine) => {
      machine.setAttribute(call.value('object'), call.text('name'), call.value('value'));
      return NONE;
    },
  ],
  property: [
    'get set?',
    (call) => ({ kind: 'property', get: call.value('get'), ...(call.has('set') && { set: call.value('set') }) }),
  ],
  staticmethod: ['function', (call) => ({ kind: 'staticmethod', get: call.value('function') })],
  classmethod: ['function', (call) => ({ kind: 'classmethod', get: call.value('function') })],
  ascii: ['obj', (call, machine) => text(asciiOf(reprOf(call.value('obj'), machine)))],
  help: ['*values', () => NONE],
  input: ['*values', () => refuse('input')],
  open: [
    '*values mode? encoding? newline?',
    (_, machine) => {
      machine.missing.add('open');
      return machine.lenient ? refuse('open') : UNKNOWN;
    },
  ],
};

export function lengthOf(value: Py, machine: Machine): number {
  switch (value.kind) {
    case 'list':
    case 'tuple':
      return value.array?.shape[0] ?? value.items.length;
    case 'range':
      return value.range!.count;
    case 'dictionary':
    case 'set':
      return value.entries.size;
    case 'text':
      return Array.from(value.value).length;
    case 'array':
      if (value.shape.length === 0) throw typeError('len() of unsized object');
      return value.shape[0]!;
    case 'instance': {
      const method = findMember(value.class, '__len__');
      const length = method && machine.call(method, [value]);
      if (length?.kind === 'number') return length.value;
      break;
    }
    default:
  }
  throw typeError(`object of type '${typeName(value)}' has no len()`);
}

function print(call: Call, machine: Machine): Py {
  if (!call.lacks('file')) throw new LensError(msg('print to a file is not supported'));
  const values = call.rest.map(({ value }) => shown(value, machine));
  machine.print(values.join(call.text('sep', ' ')) + call.text('end', '\n'));
  return NONE;
}

function asciiOf(written: string): string {
  return written.replace(/\P{ASCII}/gu, (character) => {
    const code = character.codePointAt(0)!;
    const hex = code.toString(16);
    if (code < 256) return `\\x${hex.padStart(2, '0')}`;
    return code < 65536 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
  });
}

function shown(value: Py, machine: Machine): string {
  try {
    return strOf(value, machine);
  } catch (error) {
    if (error instanceof Unavailable) return '<unknown>';
    throw error;
  }
}

function absolute(call: Call, machine: Machine): Py {
  const value = call.value('x');
  if (value.kind === 'number') {
    const dtype = value.dtype === 'bool' && !value.numpy ? 'int64' : value.dtype;
    return { ...value, value: Math.abs(value.value), dtype };
  }
  if (value.kind === 'instance') {
    const method = findMember(value.class, '__abs__');
    if (method) return machine.call(method, [value]);
  }
  if (value.kind !== 'array') throw typeError(`bad operand type for abs(): '${typeName(value)}'`);
  return MATHEMATICS['abs']![1](call);
}

/** Half to even, from the exact decimal value as CPython does. */
function rounded(call: Call, machine: Machine): Py {
  const value = call.value('number');
  if (value.kind !== 'number') throw typeError(`type ${typeName(value)} doesn't define __round__ method`);
  if (!value.dtype.startsWith('float')) return roundedInteger(value, call);
  if (call.lacks('ndigits')) {
    if (!Number.isFinite(value.value))
      throw Number.isNaN(value.value)
        ? valueError('cannot convert float NaN to integer')
        : new PythonError('OverflowError', 'cannot convert float infinity to integer');
    return integer(Number(fixedText(value.value, 0)) + 0);
  }
  const digits = call.integer('ndigits');
  if (value.numpy) return numpyRounded(value, digits);
  if (digits < 0) return float(toTens(value.value, 10 ** -digits));
  machine.context.spend(digits);
  return digits > 22 ? value : float(Number(fixedText(value.value, digits)));
}

/** Negative digits round to tens, hundreds, …, half to even. */
function roundedInteger(value: PyNumber, call: Call): Py {
  const whole = value.dtype === 'bool' ? integer(value.value) : value;
  const digits = call.integer('ndigits', 0);
  return digits < 0 ? { ...whole, value: toTens(whole.value, 10 ** -digits) } : whole;
}

function toTens(value: number, unit: number): number {
  if (!Number.isFinite(value) || !Number.isFinite(unit)) return Number.isFinite(value) ? 0 * value : value;
  const below = Math.floor(value / unit);
  const rest = value - below * unit;
  const up = rest > unit / 2 || (rest === unit / 2 && below % 2 !== 0);
  return (up ? below + 1 : below) * unit;
}

/** NumPy multiplies, rounds half to even, and divides. */
function numpyRounded(value: Extract<Py, { kind: 'number' }>, digits: number): Py {
  const scale = 10 ** Math.abs(digits);
  const scaled = digits >= 0 ? value.value * scale : value.value / scale;
  const whole = Number.isFinite(scaled) ? Number(fixedText(scaled, 0)) : scaled;
  return { ...value, value: castTo(value.dtype)(digits >= 0 ? whole / scale : whole * scale) };
}

function extreme(call: Call, machine: Machine, sign: 1 | -1): Py {
  const [first] = call.rest;
  const items = call.rest.length === 1 && first ? iterate(first.value, machine) : call.rest.map(({ value }) => value);
  const name = sign > 0 ? 'max' : 'min';
  if (items.length === 0) {
    if (call.has('default')) return call.value('default');
    throw valueError(`${name}() arg is an empty sequence`);
  }
  const key = call.lacks('key') ? undefined : call.value('key');
  const keyOf = (item: Py): Py => (key ? machine.call(key, [item]) : item);
  let best = items[0]!;
  let bestKey = keyOf(best);
  for (const item of items.slice(1)) {
    const itemKey = keyOf(item);
    const wins = sign > 0 ? isLess(bestKey, itemKey, machine) : isLess(itemKey, bestKey, machine);
    if (wins === undefined) compare(sign > 0 ? '>' : '<', itemKey, bestKey, machine);
    if (wins) [best, bestKey] = [item, itemKey];
  }
  return best;
}

function someItem(call: Call, machine: Machine, wanted: boolean): boolean {
  const next = iteratorOf(call.value('iterable'), machine);
  for (let item = next(); item !== undefined; item = next()) {
    machine.context.spend(4);
    if (truthOf(item, machine) === wanted) return true;
  }
  return false;
}

function getAttribute(call: Call, machine: Machine): Py {
  try {
    return machine.attribute(call.value('object'), call.text('name'));
  } catch (error) {
    if (call.has('default') && error instanceof PythonError && error.type === 'AttributeError')
      return call.value('default');
    throw error;
  }
}

function isCallable(value: Py): boolean {
  if (value.kind === 'instance') return findMember(value.class, '__call__') !== undefined;
  return ['function', 'class', 'dtype', 'layer'].includes(value.kind);
}

const identities = new WeakMap<object, number>();
let nextIdentity = 140_000_000_000_000;

/** A number that is the same for the same object. Its value differs from Python's. */
function identityOf(value: Py): number {
  let identity = identities.get(value);
  if (identity === undefined) identities.set(value, (identity = nextIdentity += 48));
  return identity;
}

function refuseHash(call: Call): Py {
  hashKey(call.value('object'));
  return refuse('hash');
}

function refuse(name: string): never {
  throw new LensError(msg('{0} is not supported', name));
}

function based(value: number, base: number, prefix: string): string {
  return `${value < 0 ? '-' : ''}${prefix}${Math.abs(value).toString(base)}`;
}
