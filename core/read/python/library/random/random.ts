/** `np.random`: the legacy generator's functions, for the module and for a `RandomState` object. */
import { LensError, msg } from '../../../../message';
import type { NdArray } from '../../../../array/NdArray';
import type { RandintType, RandomState } from '../../../../random/RandomState';
import { DTYPES, type Dtype } from '../../array/dtype';
import { getItem } from '../../array/indexing';
import { arrayOf, flat, publish, write, type PyArray } from '../../array/PyArray';
import { RandomSource } from '../../runtime/RandomSource';
import type { Context } from '../../runtime/Context';
import { NONE, listChanges, pyFloat, pyInteger, pyText, pyTuple } from '../../value/constructors';
import type { Py, PyFunction, PySequence } from '../../value/Py';
import { Call } from '../call/Call';
import { isSequence, toInteger } from '../call/coerce';
import { scalarOf } from '../call/scalarOf';
import { requireSingleNumbers, spreadNormal, spreadUniform } from './spread';

const GENERATOR = 'MT19937';

type Draw = (call: Call, state: () => RandomState) => Py;

const FUNCTIONS: Readonly<Record<string, readonly [signature: string, draw: Draw]>> = {
  randn: ['*shape', (call, state) => wrap(extentsOf(call).length, state().randn(...extentsOf(call)))],
  rand: ['*shape', (call, state) => wrap(extentsOf(call).length, state().rand(...extentsOf(call)))],
  standard_normal: ['size?', (call, state) => sized(call, (size) => state().standard_normal(size))],
  random: ['size?', (call, state) => sized(call, (size) => state().random_sample(size))],
  random_sample: ['size?', (call, state) => sized(call, (size) => state().random_sample(size))],
  uniform: [
    'low? high? size?',
    (call, state) =>
      spreadUniform(call, (size) => state().random_sample(size)) ??
      sized(call, (size) => state().uniform(call.number('low', 0), call.number('high', 1), size)),
  ],
  normal: [
    'loc? scale? size?',
    (call, state) =>
      spreadNormal(call, (size) => state().standard_normal(size)) ??
      sized(call, (size) => state().normal(call.number('loc', 0), call.number('scale', 1), size)),
  ],
  exponential: [
    'scale? size?',
    (call, state) => sized(call, (size) => state().exponential(call.number('scale', 1), size)),
  ],
  binomial: [
    'n p size?',
    (call, state) => {
      requireSingleNumbers(call, 'n', 'p');
      return sized(call, (size) => state().binomial(call.integer('n'), call.number('p'), size), 'int64');
    },
  ],
  poisson: [
    'lam? size?',
    (call, state) => sized(call, (size) => state().poisson(call.number('lam', 1), size), 'int64'),
  ],
  ranf: ['size?', (call, state) => sized(call, (size) => state().random_sample(size))],
  sample: ['size?', (call, state) => sized(call, (size) => state().random_sample(size))],
  randint: ['low high? size? dtype?', drawIntegers],
  permutation: ['x', permutation],
  shuffle: ['x', shuffle],
  choice: ['a size? replace? p?', choice],
  get_state: ['', (_, state) => savedState(state())],
};

/** `seed` and `RandomState` included; undefined for what NumPy's legacy generator does not have, or is not supported. */
export function randomFunction(name: string, source: RandomSource): PyFunction | undefined {
  const callee = `np.random.${name}`;
  if (name === 'seed') return made(callee, 'seed?', source, (call) => seed(call, source));
  if (name === 'set_state') return made(callee, 'state', source, (call) => restoreState(call, source));
  if (name === 'RandomState') return made(callee, 'seed?', undefined, newState);
  const known = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  if (!known) return undefined;
  const [signature, draw] = known;
  return made(callee, signature, source, (call) =>
    draw(call, () => source.draw(call.range, (warning) => call.context.remark(warning, call.range))),
  );
}

function made(name: string, signature: string, source: RandomSource | undefined, run: (call: Call) => Py): PyFunction {
  const call: PyFunction['call'] = (args, context: Context) => run(new Call(signature, args, context));
  return source ? { kind: 'function', name, call, random: source } : { kind: 'function', name, call };
}

function seed(call: Call, source: RandomSource): Py {
  if (call.lacks('seed')) source.unseed();
  else source.seed(seedOf(call));
  return NONE;
}

/** NumPy's tuple: name, words, position, whether a normal number is left, and that number. */
function savedState(state: RandomState): Py {
  const { words, position, spare } = state.save();
  const keys = arrayOf(Float64Array.from(words), [words.length], 'uint32');
  return pyTuple([
    pyText(GENERATOR),
    keys,
    pyInteger(position),
    pyInteger(Number(spare !== undefined)),
    pyFloat(spare ?? 0),
  ]);
}

function restoreState(call: Call, source: RandomSource): Py {
  const given = call.value('state');
  const [name, keys, position, left, spare] = given.kind === 'tuple' ? given.items : [];
  const known = name?.kind === 'text' && name.value === GENERATOR && keys?.kind === 'array' && keys.shape[0] === 624;
  if (!known || position?.kind !== 'number' || left?.kind !== 'number' || spare?.kind !== 'number')
    throw new LensError(
      msg('{0} is not supported', 'set_state of other values than get_state gives'),
      undefined,
      call.range,
    );
  const words = Array.from(flat(keys));
  source.restore({ words, position: position.value, spare: left.value === 0 ? undefined : spare.value });
  return NONE;
}

function newState(call: Call): Py {
  const source = new RandomSource();
  if (!call.lacks('seed')) source.seed(seedOf(call));
  return { kind: 'generator', source };
}

function seedOf(call: Call): number | number[] {
  const value = call.value('seed');
  return isSequence(value) || (value.kind === 'array' && value.shape.length === 1)
    ? call.integers('seed')
    : call.number('seed');
}

function sized(call: Call, draw: (size: readonly number[]) => NdArray, dtype: Dtype = 'float64'): Py {
  const shape = call.lacks('size') ? [] : checked(call, call.integers('size'));
  return wrap(call.lacks('size') ? 0 : 1, draw(shape), dtype);
}

/** `randn(2, 3)`: NumPy takes no tuple. */
function extentsOf(call: Call): readonly number[] {
  return checked(
    call,
    call.rest.map(({ value }) => toInteger(value)),
  );
}

function checked(call: Call, shape: readonly number[]): readonly number[] {
  call.context.allocate(shape, call.range);
  return shape;
}

/** The drawn values as an array; without a size a number of Python, or of NumPy where a type is given. */
function wrap(extents: number, { shape, data }: NdArray, dtype: Dtype = 'float64'): Py {
  const array = arrayOf(data, shape, dtype);
  if (extents > 0) return array;
  if (dtype === 'float64') return pyFloat(data[0]!);
  return dtype === 'int64' ? pyInteger(data[0]!) : scalarOf(array);
}

function drawIntegers(call: Call, state: () => RandomState): Py {
  const dtype = call.dtype() ?? 'int64';
  const type = DTYPES.find((each): each is RandintType => each === dtype && !each.startsWith('float'));
  if (!type) throw new LensError(msg('randint draws whole numbers, not {0}', dtype), undefined, call.range);
  const shape = call.lacks('size') ? [] : checked(call, call.integers('size'));
  requireSingleNumbers(call, 'low', 'high');
  const high = call.lacks('high') ? undefined : call.number('high');
  return wrap(call.lacks('size') ? 0 : 1, state().randint(call.number('low'), high, shape, type), type);
}

function permutation(call: Call, state: () => RandomState): Py {
  const value = call.value('x');
  if (value.kind === 'number') {
    const count = toInteger(value);
    checked(call, [count]);
    return wrap(1, state().permutation(count), 'int64');
  }
  const array = call.array('x');
  checked(call, array.shape);
  if (array.shape.length < 2) return wrap(1, state().permutation(publish(array, call.context)), array.dtype);
  const order = arrayOf(state().permutation(array.shape[0]!).data, [array.shape[0]!], 'int64');
  return getItem(array, [{ kind: 'pick', array: order }], call.context);
}

function shuffle(call: Call, state: () => RandomState): Py {
  const value = call.value('x');
  if (value.kind === 'list' && value.view === undefined) return shuffleList(value, call, state);
  if (value.kind !== 'array') throw new LensError(msg('shuffle is supported for arrays only'), undefined, call.range);
  const copy = { shape: value.shape, data: flat(value).slice() };
  checked(call, value.shape);
  state().shuffle(copy);
  write(value, copy.data, call.context);
  return NONE;
}

function shuffleList(value: PySequence, call: Call, state: () => RandomState): Py {
  const before = [...value.items];
  const order = { shape: [before.length], data: Float64Array.from(before.keys()) };
  checked(call, order.shape);
  state().shuffle(order);
  listChanges(value);
  order.data.forEach((place, i) => (value.items[i] = before[place]!));
  return NONE;
}

function choice(call: Call, state: () => RandomState): Py {
  const value = call.value('a');
  const shape = call.lacks('size') ? [] : checked(call, call.integers('size'));
  const probabilities = call.lacks('p') ? undefined : flat(call.array('p'));
  const texts = isSequence(value) && call.lacks('size') && value.items.every(({ kind }) => kind === 'text');
  if (texts) return value.items[state().choice(value.items.length, [], true, probabilities).data[0]!]!;
  const source: number | PyArray = value.kind === 'number' ? toInteger(value) : call.array('a');
  if (typeof source === 'number') checked(call, [source]);
  const drawn = state().choice(
    typeof source === 'number' ? source : publish(source, call.context),
    shape,
    call.flag('replace', true),
    probabilities,
  );
  if (typeof source === 'number') return wrap(call.lacks('size') ? 0 : 1, drawn, 'int64');
  const picked = arrayOf(drawn.data, drawn.shape, source.dtype);
  return call.lacks('size') ? scalarOf(picked) : picked;
}
