/** `np.random.default_rng`: the methods of a `Generator` object. */
import { LensError, msg } from '../../../../message';
import type { NdArray } from '../../../../array/NdArray';
import { Generator } from '../../../../random/Generator';
import { getItem } from '../../array/indexing';
import { arrayOf, flat, write, type PyArray } from '../../array/PyArray';
import { bitsOf, castTo, isFloat, type Dtype } from '../../array/dtype';
import { typeError, valueError } from '../../runtime/PythonError';
import { RandomSource } from '../../runtime/RandomSource';
import { NONE, listChanges, pyFloat, pyInteger } from '../../value/constructors';
import type { Py, PyFunction, PyGenerator } from '../../value/Py';
import { Call, libraryFunction } from '../call/Call';
import { isSequence } from '../call/coerce';
import { taken } from '../manipulation/shaping';
import { scalarOf } from '../call/scalarOf';
import { requireSingleNumbers, spreadNormal, spreadUniform } from './spread';

type Draw = (call: Call, generator: Generator) => Py;

const METHODS: Readonly<Record<string, readonly [signature: string, draw: Draw]>> = {
  random: ['size? dtype?', random],
  uniform: [
    'low? high? size?',
    (call, rng) =>
      spreadUniform(call, (shape) => rng.random(shape)) ??
      sized(call, (shape) => rng.uniform(call.number('low', 0), call.number('high', 1), shape)),
  ],
  normal: [
    'loc? scale? size?',
    (call, rng) =>
      spreadNormal(call, (shape) => rng.standardNormal(shape)) ??
      sized(call, (shape) => rng.normal(call.number('loc', 0), call.number('scale', 1), shape)),
  ],
  standard_normal: ['size?', (call, rng) => sized(call, (shape) => rng.standardNormal(shape))],
  exponential: ['scale? size?', (call, rng) => sized(call, (shape) => rng.exponential(call.number('scale', 1), shape))],
  integers: ['low high? size? dtype? endpoint?', integers],
  permutation: ['x axis?', permutation],
  shuffle: ['x axis?', shuffle],
  choice: ['a size? replace? p? axis? shuffle?', choice],
};

/** `np.random.default_rng(seed)`; without a seed its numbers are those of seed 0, which is reported. */
export function newGenerator(): PyFunction {
  return libraryFunction('np.random.default_rng', 'seed?', (call): PyGenerator => {
    if (call.lacks('seed')) {
      const message = msg(
        'there is no seed in {0}, so no two runs agree; the numbers here are those of seed 0',
        'default_rng()',
      );
      call.context.remark(new LensError(message, undefined, call.range), call.range);
      return { kind: 'generator', source: new RandomSource(), modern: new Generator(0) };
    }
    const value = call.value('seed');
    const seed =
      isSequence(value) || (value.kind === 'array' && value.shape.length === 1)
        ? call.integers('seed')
        : call.integer('seed');
    return { kind: 'generator', source: new RandomSource(), modern: new Generator(seed) };
  });
}

/** Undefined where the method is not supported. */
export function generatorMethod(name: string, { source, modern }: PyGenerator): PyFunction | undefined {
  const entry = Object.hasOwn(METHODS, name) ? METHODS[name] : undefined;
  if (!entry || !modern) return undefined;
  const [signature, draw] = entry;
  return {
    kind: 'function',
    name: `Generator.${name}`,
    random: source,
    call: (args, context) => {
      source.requireKnown(args.range);
      return draw(new Call(signature, args, context), modern);
    },
  };
}

function shapeOf(call: Call): readonly number[] {
  const shape = call.lacks('size') ? [] : call.integers('size');
  call.context.allocate(shape, call.range);
  call.context.spend(shape.reduce((product, extent) => product * extent, 1) * 200);
  return shape;
}

function sized(call: Call, draw: (shape: readonly number[]) => NdArray, dtype: Dtype = 'float64'): Py {
  const { shape, data } = draw(shapeOf(call));
  return call.lacks('size') ? pyFloat(data[0]!) : arrayOf(data, shape, dtype);
}

function random(call: Call, rng: Generator): Py {
  const dtype = call.dtype() ?? 'float64';
  if (dtype === 'float64') return sized(call, (shape) => rng.random(shape));
  if (dtype === 'float32') return sized(call, (shape) => rng.randomSingle(shape), 'float32');
  throw new LensError(msg('unsupported dtype {0}; supported: {1}', dtype, 'float32, float64'), undefined, call.range);
}

function integers(call: Call, rng: Generator): Py {
  const dtype = call.dtype() ?? 'int64';
  if (isFloat(dtype)) throw typeError(`Unsupported dtype dtype('${dtype}') for integers`);
  requireSingleNumbers(call, 'low', 'high');
  const [low, high] = call.lacks('high') ? [0, call.integer('low')] : [call.integer('low'), call.integer('high')];
  const last = call.flag('endpoint', false) ? high : high - 1;
  if (low > last) throw valueError('low >= high');
  for (const [name, value] of [
    ['low', low],
    ['high', last],
  ] as const)
    if (castTo(dtype)(value) !== value) throw valueError(`${name} is out of bounds for ${dtype}`);
  const shape = shapeOf(call);
  const drawn = arrayOf(rng.integers(low, last, shape, dtype === 'bool' ? 1 : bitsOf(dtype)).data, shape, dtype);
  return call.lacks('size') ? scalarOf(drawn) : drawn;
}

function requireFirstAxis(call: Call): void {
  if (call.integer('axis', 0) !== 0)
    throw new LensError(msg('{0} with {1} is not supported', call.callee, 'axis='), undefined, call.range);
}

function permutation(call: Call, rng: Generator): Py {
  requireFirstAxis(call);
  const value = call.value('x');
  if (value.kind === 'number') {
    const count = call.integer('x');
    call.context.allocate([count]);
    return arrayOf(rng.order(count), [count], 'int64');
  }
  return shuffled(call, rng, call.array('x'));
}

function shuffled(call: Call, rng: Generator, array: PyArray): PyArray {
  const count = array.shape[0] ?? 0;
  const order = rng.order(count);
  return getItem(array, [{ kind: 'pick', array: arrayOf(order, [count], 'int64') }], call.context);
}

function shuffle(call: Call, rng: Generator): Py {
  requireFirstAxis(call);
  const value = call.value('x');
  if (value.kind === 'list') {
    const order = rng.order(value.items.length);
    const items = [...value.items];
    order.forEach((from, i) => (value.items[i] = items[from]!));
    listChanges(value);
    return NONE;
  }
  if (value.kind !== 'array') throw new LensError(msg('shuffle is supported for arrays only'), undefined, call.range);
  write(value, flat(shuffled(call, rng, value)).slice(), call.context);
  return NONE;
}

function choice(call: Call, rng: Generator): Py {
  requireFirstAxis(call);
  const value = call.value('a');
  const source = value.kind === 'number' ? undefined : call.array('a');
  const population = source ? (source.shape[0] ?? 0) : call.integer('a');
  if (population < 1) throw valueError('a cannot be empty unless no samples are taken');
  call.context.allocate([population]);
  const p = call.lacks('p') ? undefined : flat(call.array('p'));
  if (p && p.length !== population) throw valueError('a and p must have same size');
  const shape = shapeOf(call);
  const { data } = rng.choose(population, shape, call.flag('replace', true), p, call.flag('shuffle', true));
  if (!source) return call.lacks('size') ? pyInteger(data[0]!) : arrayOf(data, shape, 'int64');
  if (source.shape.length !== 1 && shape.length !== 1)
    throw new LensError(msg('{0} of an array with several axes is not supported', 'choice'), undefined, call.range);
  const picked = taken(call, source, 0, data.length, (i) => data[i]!);
  return source.shape.length === 1
    ? scalarOf({ ...picked, shape, strides: arrayOf(data, shape, 'int64').strides })
    : picked;
}
