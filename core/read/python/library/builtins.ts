/** Python's own functions, as far as they matter for arrays. */
import { LensError, msg } from '../../../message';
import { MAX_STEPS } from '../run/Context';
import { iterate } from '../run/iterate';
import { describe, float, integer, list, tuple, type Py, type PyFunction } from '../value';
import { valueError } from '../runtime/PythonError';
import { libraryFunction, type Call, type Implementation } from './Call';
import { toFlag, toNumber } from './coerce';
import { MATHEMATICS } from './mathematics';
import { binary } from './operators';

const FUNCTIONS: Readonly<Record<string, readonly [signature: string, run: Implementation]>> = {
  range: ['start stop? step?', range],
  len: ['obj', (call) => integer(lengthOf(call))],
  abs: MATHEMATICS['abs']!,
  round: ['number ndigits?', rounded],
  max: ['*values', (call) => extreme(call, '>')],
  min: ['*values', (call) => extreme(call, '<')],
  sum: [
    'iterable start?',
    (call) =>
      iterate(call.value('iterable'), call.context).reduce(
        (sum, item) => binary('+', sum, item, call.context),
        integer(0),
      ),
  ],
  list: ['iterable?', (call) => list(itemsOf(call))],
  tuple: ['iterable?', (call) => tuple(itemsOf(call))],
  enumerate: [
    'iterable start?',
    (call) => list(itemsOf(call).map((item, i) => tuple([integer(i + call.integer('start', 0)), item]))),
  ],
  zip: ['*iterables', zipped],
  reversed: ['iterable', (call) => list([...itemsOf(call)].reverse())],
  slice: ['start stop? step?', slice],
  bool: [
    'x?',
    (call) => ({ kind: 'number', value: call.lacks('x') ? 0 : Number(toFlag(call.value('x'))), dtype: 'bool' }),
  ],
  int: ['x?', (call) => integer(call.lacks('x') ? 0 : wholeOf(call))],
  str: ['object?', (call) => ({ kind: 'text', value: call.lacks('object') ? '' : describe(call.value('object')) })],
  type: ['object', (call) => ({ kind: 'text', value: call.value('object').kind })],
};

const dictionary: PyFunction = {
  kind: 'function',
  name: 'dict',
  call: ({ named, positional }) => {
    const [first] = positional;
    const base = first?.value.kind === 'dictionary' ? first.value.entries : new Map<string | number, Py>();
    return {
      kind: 'dictionary',
      entries: new Map([...base, ...[...named].map(([key, { value }]) => [key, value] as const)]),
    };
  },
};

/** They print or show: their arguments are evaluated for draws and layer calls only. */
export const SHOWING = new Set(['print', 'display', 'pprint', 'help']);

export function builtin(name: string): Py | undefined {
  if (name === 'dict') return dictionary;
  if (name === 'float')
    return libraryFunction('float', 'x?', (call) => float(call.lacks('x') ? 0 : floatOf(call.value('x'))));
  if (name === '__name__') return { kind: 'text', value: '__main__' };
  const entry = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  return entry && libraryFunction(name, entry[0], entry[1]);
}

function range(call: Call): Py {
  const first = call.integer('start');
  const [start, stop] = call.lacks('stop') ? [0, first] : [first, call.integer('stop')];
  const step = call.integer('step', 1);
  if (step === 0) throw new LensError(msg('range cannot step by 0'), undefined, call.range);
  const count = Math.max(0, Math.ceil((stop - start) / step));
  if (count > MAX_STEPS) {
    throw new LensError(
      msg('a range of {0} steps is more than the {1} that are run', count, MAX_STEPS),
      undefined,
      call.range,
    );
  }
  call.context.allocate([count], call.range);
  return list(Array.from({ length: count }, (_, i) => integer(start + i * step)));
}

function lengthOf(call: Call): number {
  const value = call.value('obj');
  switch (value.kind) {
    case 'list':
    case 'tuple':
      return value.array?.shape[0] ?? value.items.length;
    case 'dictionary':
      return value.entries.size;
    case 'text':
      return value.value.length;
    default: {
      const [length] = call.array('obj').shape;
      if (length !== undefined) return length;
      throw new LensError(msg('{0} has no length', describe(value)), undefined, call.range);
    }
  }
}

function rounded(call: Call): Py {
  const digits = call.integer('ndigits', 0);
  const value = Number(call.number('number').toFixed(Math.min(Math.max(digits, 0), 100)));
  const half = digits === 0 && Math.abs(call.number('number') % 1) === 0.5;
  const even = half ? 2 * Math.round(call.number('number') / 2) : value;
  return call.lacks('ndigits') ? integer(even) : { kind: 'number', value: even, dtype: 'float64' };
}

function extreme(call: Call, operator: '<' | '>'): Py {
  const [first] = call.rest;
  const values =
    call.rest.length === 1 && first ? iterate(first.value, call.context) : call.rest.map(({ value }) => value);
  if (values.length === 0)
    throw new LensError(msg('{0} of no numbers is not defined', call.callee), undefined, call.range);
  return values.reduce((best, value) => (toFlag(binary(operator, value, best, call.context)) ? value : best));
}

function itemsOf(call: Call): Py[] {
  return call.lacks('iterable') ? [] : iterate(call.value('iterable'), call.context);
}

function zipped(call: Call): Py {
  const columns = call.rest.map(({ value }) => iterate(value, call.context));
  const length = Math.min(...columns.map((column) => column.length), columns.length === 0 ? 0 : Infinity);
  return list(Array.from({ length }, (_, i) => tuple(columns.map((column) => column[i]!))));
}

function slice(call: Call): Py {
  const bound = (name: string): number | undefined => (call.lacks(name) ? undefined : call.integer(name));
  const only = call.lacks('stop') && call.lacks('step');
  return {
    kind: 'slice',
    start: only ? undefined : bound('start'),
    stop: only ? bound('start') : bound('stop'),
    step: bound('step'),
  };
}

function floatOf(value: Py): number {
  if (value.kind !== 'text') return toNumber(value);
  const written = value.value.trim().replace(/^([+-]?)inf(inity)?$/i, '$1Infinity');
  const number = Number(written);
  if (written !== '' && (!Number.isNaN(number) || /^[+-]?nan$/i.test(written))) return number;
  throw valueError(`could not convert string to float: '${value.value}'`);
}

function wholeOf(call: Call): number {
  const value = call.value('x');
  const number = value.kind === 'text' ? Number(value.value) : toNumber(value);
  if (Number.isFinite(number)) return Math.trunc(number);
  throw new LensError(msg('a whole number is needed, not {0}', describe(value)), undefined, call.range);
}
