/** PaddlePaddle's tensors and initialisers. */
import { sizeOf } from '../../../../array/NdArray';
import { LensError, msg } from '../../../../message';
import { arrayOf, flat, type PyArray } from '../../array/PyArray';
import { convert } from '../../array/elementwise';
import { permuteAxes, reshapeTo } from '../../array/reshaping';
import { type Call, type FunctionTable, libraryFunction } from '../../library/call/Call';
import { CREATION } from '../../library/creation/creation';
import type { Distribution } from '../../library/random/otherDraws';
import { NONE } from '../../value/constructors';
import type { Py } from '../../value/Py';
import { unsupportedArgument } from '../torch/torchCaller';
import { drawRandomly } from './randomArrays';
import { drawingInitializer, filledWith } from './weightedLayer';

export const PADDLE_GENERATOR = 'Paddle';
const STYLE = { generator: PADDLE_GENERATOR, notation: 'pytorch', floats: 'float32' } as const;

/** Functions of `paddle` by name; those that PyTorch has with the same arguments are its functions. */
export const PADDLE: FunctionTable = {
  to_tensor: ['object|data|value dtype? place? stop_gradient? name? zero_copy?', newTensor],
  ones: ['shape dtype? name?', (call) => filled(call, 1)],
  zeros: ['shape dtype? name?', (call) => filled(call, 0)],
  full: ['shape fill_value dtype? name?', (call) => filled(call, call.number('fill_value'))],
  reshape: ['x shape name?', (call) => reshapeTo(call.array('x'), call.integers('shape'), call.context)],
  transpose: ['x perm name?', (call) => permuteAxes(call.array('x'), call.integers('perm'))],
  seed: ['seed', () => NONE],
  randn: ['shape dtype? name?', (call) => random(call, { kind: 'normal', mean: 0, std: 1 })],
  rand: ['shape dtype? name?', (call) => random(call, { kind: 'uniform', low: 0, high: 1 })],
  uniform: [
    'shape dtype? min? max? seed? name?',
    (call) => random(call, { kind: 'uniform', low: call.number('min', -1), high: call.number('max', 1) }),
  ],
  ParamAttr: [
    'name? initializer? learning_rate? regularizer? trainable?',
    (call) => initializerOf(call, 'initializer') ?? NONE,
  ],
};

/** Classes of `paddle.nn.initializer` by name. */
export const PADDLE_INITIALIZERS: FunctionTable = {
  Assign: ['value name?', (call) => given(call)],
  NumpyArrayInitializer: ['value', (call) => given(call)],
  Constant: ['value?', (call) => constant(call)],
  ConstantInitializer: ['value? force_cpu?', (call) => constant(call)],
  Normal: [
    'mean|loc? std|scale? name?',
    (call) => {
      const [mean, std] = [call.number('mean', 0), call.number('std', 1)];
      return drawingInitializer(PADDLE_GENERATOR, () => ({ kind: 'normal', mean, std }));
    },
  ],
  Uniform: [
    'low? high? name?',
    (call) => {
      const [low, high] = [call.number('low', -1), call.number('high', 1)];
      return drawingInitializer(PADDLE_GENERATOR, () => ({ kind: 'uniform', low, high }));
    },
  ],
  KaimingNormal: ['*rest', () => drawingInitializer(PADDLE_GENERATOR, normalByFan)],
};

/** He's initialisation, the default of Paddle's convolutions. */
export function normalByFan(shape: readonly number[]): Distribution {
  return { kind: 'normal', mean: 0, std: Math.sqrt(2 / Math.max(1, sizeOf(shape.slice(1)))) };
}

/** The initialiser that `weight_attr` and the like give; undefined for none. */
export function initializerOf(call: Call, name: string): Py | undefined {
  if (!call.has(name) || call.lacks(name)) return undefined;
  const value = call.value(name);
  if (value.kind === 'function') return value;
  throw unsupportedArgument(call, name);
}

/** An array keeps its type; Python's floats have 32 bits. */
function newTensor(call: Call): Py {
  const kept = call.value('object').kind === 'array';
  const made = CREATION['array']![1](call);
  if (made.kind !== 'array') return made;
  const typed =
    kept || !call.lacks('dtype') || made.dtype !== 'float64' ? made : convert(made, 'float32', call.context);
  return { ...typed, notation: 'pytorch' };
}

function filled(call: Call, value: number): PyArray {
  return filledWith(call, value, call.integers('shape'), call.dtype() ?? 'float32');
}

function random(call: Call, distribution: Distribution): Py {
  return drawRandomly(call, STYLE, distribution, call.integers('shape'));
}

function given(call: Call): Py {
  const value = call.array('value');
  return libraryFunction('initializer', 'shape dtype?', (use) => {
    const shape = use.integers('shape');
    if (sizeOf(value.shape) === sizeOf(shape))
      return arrayOf(Float32Array.from(flat(value)), shape, 'float32', { notation: 'pytorch' });
    throw new LensError(
      msg('the initializer has {0} value{0||s} for {1} weight{1||s}', sizeOf(value.shape), sizeOf(shape)),
      'filter',
      call.range,
    );
  });
}

function constant(call: Call): Py {
  const value = call.number('value', 0);
  return libraryFunction('initializer', 'shape dtype?', (use) => filled(use, value));
}
