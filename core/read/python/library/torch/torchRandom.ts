/** PyTorch's random functions: `torch.randn`, `torch.randint`, `x.normal_()`, with the numbers of its CPU generator. */
import { sizeOf } from '../../../../array/NdArray';
import { LensError, msg } from '../../../../message';
import type { TorchGenerator } from '../../../../random/TorchGenerator';
import type { Dtype } from '../../array/dtype';
import { arrayOf, flat, write, type PyArray } from '../../array/PyArray';
import { NONE } from '../../value/constructors';
import { RandomSource } from '../../runtime/RandomSource';
import { typeError } from '../../runtime/PythonError';
import { TorchSource } from '../../runtime/TorchSource';
import { describe } from '../../value/describe';
import type { Py, PyGenerator } from '../../value/Py';
import { libraryFunction, toDtype, type Call, type FunctionTable } from '../call/Call';
import { isSequence, toInteger } from '../call/coerce';

const OPTIONS = 'dtype? device? requires_grad? generator? out? layout? pin_memory?';

/** Functions of `torch` by name. */
export const TORCH_DRAWS: FunctionTable = {
  manual_seed: ['seed', seed],
  rand: [`*size ${OPTIONS}`, (call) => floats(call, sizes(call), (g, size, double) => g.uniform(size, 0, 1, double))],
  randn: [`*size ${OPTIONS}`, (call) => floats(call, sizes(call), (g, size, double) => g.normal(size, 0, 1, double))],
  rand_like: [
    `input ${OPTIONS}`,
    (call) => floats(call, shapeOf(call), (g, size, double) => g.uniform(size, 0, 1, double)),
  ],
  randn_like: [
    `input ${OPTIONS}`,
    (call) => floats(call, shapeOf(call), (g, size, double) => g.normal(size, 0, 1, double)),
  ],
  normal: [`mean std size? ${OPTIONS}`, normal],
  randint: [`low high? size? ${OPTIONS}`, integers],
  randperm: [`n ${OPTIONS}`, permutation],
};

/** A `torch.Generator` without a seed has this one: `default_rng_seed_val` of ATen. */
const DEFAULT_SEED = 67_280_421_310_721;

/** Functions of `torch` by name. */
export const TORCH_GENERATORS: FunctionTable = {
  Generator: [
    'device?',
    (): PyGenerator => {
      const torch = new TorchSource();
      torch.seed(DEFAULT_SEED);
      return { kind: 'generator', source: new RandomSource(), torch };
    },
  ],
};

/** Undefined where the method of a `torch.Generator` is not supported. */
export function torchGeneratorMethod(name: string, generator: PyGenerator, torch: TorchSource): Py | undefined {
  if (name !== 'manual_seed') return undefined;
  return libraryFunction('Generator.manual_seed', 'seed', (call) => {
    torch.seed(call.integer('seed'));
    return generator;
  });
}

/** Methods of tensors that fill them with random numbers. */
export const TORCH_FILLS: FunctionTable = {
  uniform_: [
    'input from? to? generator?',
    (call) => filled(call, (g, size, double) => g.uniform(size, call.number('from', 0), call.number('to', 1), double)),
  ],
  normal_: [
    'input mean? std? generator?',
    (call) => filled(call, (g, size, double) => g.normal(size, call.number('mean', 0), call.number('std', 1), double)),
  ],
};

/** What a random number costs besides its place in an array. */
const WORK_PER_NUMBER = 4;

type Draw = (generator: TorchGenerator, size: number, double: boolean) => Float32Array | Float64Array;

function seed(call: Call): Py {
  call.context.torch.seed(call.integer('seed'));
  return NONE;
}

function floats(call: Call, shape: readonly number[], draw: Draw): Py {
  requireNewArray(call);
  const dtype = call.lacks('dtype') ? likeDtype(call) : toDtype(call.value('dtype'));
  if (dtype !== 'float32' && dtype !== 'float64')
    throw new LensError(msg('{0} of dtype {1} is not supported', call.callee, dtype), undefined, call.range);
  return drawn(call, shape, dtype, (generator, size) => draw(generator, size, dtype === 'float64'));
}

function likeDtype(call: Call): Dtype {
  return call.has('input') ? call.array('input').dtype : call.context.torch.dtype;
}

/** Draws an array and warns where the program sets no seed. */
export function drawn(
  call: Call,
  shape: readonly number[],
  dtype: Dtype,
  draw: (generator: TorchGenerator, size: number) => Float32Array | Float64Array,
): PyArray {
  const { context, range } = call;
  const torch = sourceOf(call);
  const size = context.allocate(shape, range, dtype === 'float32');
  context.spend(WORK_PER_NUMBER * size, range);
  const made = torch.draw(range, (generator) =>
    arrayOf(draw(generator, size), [...shape], dtype, { notation: 'pytorch' }),
  );
  const warning = torch.warningFor(made, range);
  if (warning) context.remark(warning, range);
  return made;
}

/** The argument `generator`, else the program's generator. */
function sourceOf(call: Call): TorchSource {
  if (!call.has('generator') || call.lacks('generator')) return call.context.torch;
  const generator = call.value('generator');
  if (generator.kind === 'generator' && generator.torch) return generator.torch;
  throw typeError(`${call.callee}(): argument 'generator' must be torch.Generator, not ${describe(generator)}`);
}

/** `torch.normal(mean, std, size)`; means and deviations that are tensors are refused. */
function normal(call: Call): Py {
  if (call.lacks('size'))
    throw new LensError(msg('{0} is supported with numbers and a size', call.callee), undefined, call.range);
  const [mean, std] = [call.number('mean'), call.number('std')];
  return floats(call, call.integers('size'), (generator, size, double) => generator.normal(size, mean, std, double));
}

function integers(call: Call): Py {
  requireNewArray(call);
  // randint(high, size) has its size in the second place.
  const second = call.has('high') ? call.value('high') : undefined;
  const short = !call.has('size') && second !== undefined && isSequence(second);
  const onlySize = !call.has('high') && call.has('size');
  const [low, high] = short || onlySize ? [0, call.integer('low')] : [call.integer('low'), call.integer('high')];
  const shape = short ? call.integers('high') : call.integers('size');
  if (!(high > low && high - low < 2 ** 32))
    throw new LensError(msg('randint needs low < high, not {0} and {1}', low, high), undefined, call.range);
  const dtype = call.lacks('dtype') ? 'int64' : toDtype(call.value('dtype'));
  return drawn(call, shape, dtype, (generator, size) => {
    const values = generator.integers(size, low, high);
    return dtype === 'float32' ? Float32Array.from(values) : values;
  });
}

function permutation(call: Call): Py {
  requireNewArray(call);
  const count = call.integer('n');
  return drawn(call, [count], 'int64', (generator) => generator.permutation(count));
}

function filled(call: Call, draw: Draw): Py {
  const target = call.array('input');
  const double = target.dtype === 'float64';
  if (!double && target.dtype !== 'float32')
    throw new LensError(msg('{0} of dtype {1} is not supported', call.callee, target.dtype), undefined, call.range);
  const values = drawn(call, target.shape, target.dtype, (generator, size) => draw(generator, size, double));
  write(target, flat(values), call.context);
  return target;
}

function sizes(call: Call): number[] {
  const [first] = call.rest;
  return first && isSequence(first.value) ? first.value.items.map(toInteger) : call.restIntegers();
}

function shapeOf(call: Call): readonly number[] {
  return call.array('input').shape;
}

function requireNewArray(call: Call): void {
  if (call.lacks('out')) return;
  throw new LensError(msg('the argument {0} of {1} is not supported', 'out', call.callee), undefined, call.range);
}

/** Weights as a module initialises them: uniform in ±1 / √(fan in). Undefined where the state of the generator is not known. */
export function initialWeights(
  call: Call,
  shape: readonly number[],
  fanIn: number,
  dtype: Dtype = call.context.torch.dtype,
): PyArray | undefined {
  const { context, range } = call;
  if (context.torch.isLost) return undefined;
  const bound = 1 / Math.sqrt(fanIn);
  const size = sizeOf(shape);
  try {
    context.allocate(shape, range, dtype === 'float32');
    context.spend(WORK_PER_NUMBER * size, range);
  } catch (error) {
    if (context.isStrict || !(error instanceof LensError)) throw error;
    context.torch.lose();
    context.report(new LensError(msg('{0} has no weights: {1}', call.callee, error.detail)), range, 'unknownResult');
    return undefined;
  }
  return context.torch.draw(range, (generator) =>
    arrayOf(generator.uniform(size, -bound, bound, dtype === 'float64'), [...shape], dtype, { notation: 'pytorch' }),
  );
}

/** Reports that weights are those of seed 0, where the program sets no seed. */
export function warnOfArbitrary(call: Call, ...arrays: readonly (PyArray | undefined)[]): void {
  for (const array of arrays) {
    const warning = array && call.context.torch.warningFor(array, call.range);
    if (warning) call.context.remark(warning, call.range);
  }
}
