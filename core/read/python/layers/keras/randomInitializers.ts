/** Keras' random initialisers: the distributions of `keras/initializers`, with other numbers than Keras'. */
import type { TextRange } from '../../../ParseResult';
import type { PyArray } from '../../array/PyArray';
import { libraryFunction, type Call, type FunctionTable } from '../../library/call/Call';
import { drawOther, type Distribution } from '../../library/random/otherDraws';
import type { Context } from '../../runtime/Context';
import type { Py } from '../../value/Py';

/** Standard deviation of a normal distribution that is cut at two standard deviations. */
const TRUNCATED = 0.87962566103423978;

type Fans = readonly [fanIn: number, fanOut: number];

const scaled: Readonly<Record<string, (fans: Fans) => Distribution>> = {
  glorot_uniform: ([fanIn, fanOut]) => symmetric(Math.sqrt(6 / (fanIn + fanOut))),
  glorot_normal: ([fanIn, fanOut]) => truncated(Math.sqrt(2 / (fanIn + fanOut)) / TRUNCATED),
  he_uniform: ([fanIn]) => symmetric(Math.sqrt(6 / fanIn)),
  he_normal: ([fanIn]) => truncated(Math.sqrt(2 / fanIn) / TRUNCATED),
  lecun_uniform: ([fanIn]) => symmetric(Math.sqrt(3 / fanIn)),
  lecun_normal: ([fanIn]) => truncated(Math.sqrt(1 / fanIn) / TRUNCATED),
  random_normal: () => ({ kind: 'normal', mean: 0, std: 0.05 }),
  random_uniform: () => symmetric(0.05),
  truncated_normal: () => truncated(0.05),
};

const seeded = (name: string): FunctionTable[string] => ['seed?', () => initializer((fans) => scaled[name]!(fans))];
const normal: FunctionTable[string] = ['mean? stddev? seed?', (call) => withMoments(call, 'normal')];
const truncatedNormal: FunctionTable[string] = ['mean? stddev? seed?', (call) => withMoments(call, 'truncated')];
const variance: FunctionTable[string] = ['scale? mode? distribution? seed?', varianceScaling];
const uniform: FunctionTable[string] = ['minval? maxval? seed?', withBounds];

/** Classes of `tf.keras.initializers` by name. */
export const RANDOM_INITIALIZERS: FunctionTable = {
  GlorotUniform: seeded('glorot_uniform'),
  GlorotNormal: seeded('glorot_normal'),
  HeUniform: seeded('he_uniform'),
  HeNormal: seeded('he_normal'),
  LecunUniform: seeded('lecun_uniform'),
  LecunNormal: seeded('lecun_normal'),
  glorot_uniform: seeded('glorot_uniform'),
  glorot_normal: seeded('glorot_normal'),
  he_uniform: seeded('he_uniform'),
  he_normal: seeded('he_normal'),
  VarianceScaling: variance,
  RandomNormal: normal,
  RandomUniform: uniform,
  TruncatedNormal: truncatedNormal,
};

/** Functions of `tf` by name. */
export const TENSORFLOW_RANDOM_INITIALIZERS: FunctionTable = {
  random_normal_initializer: normal,
  random_uniform_initializer: uniform,
  truncated_normal_initializer: truncatedNormal,
  variance_scaling_initializer: variance,
};

/** `scale` over the fan of `mode` is the variance. */
function varianceScaling(call: Call): Py {
  const [scale, mode] = [call.number('scale', 1), call.text('mode', 'fan_in')];
  const kind = call.text('distribution', 'truncated_normal');
  return initializer(([fanIn, fanOut]) => {
    const fan = mode === 'fan_in' ? fanIn : mode === 'fan_out' ? fanOut : (fanIn + fanOut) / 2;
    if (kind === 'uniform') return symmetric(Math.sqrt((3 * scale) / fan));
    const std = Math.sqrt(scale / fan);
    return kind === 'untruncated_normal' ? { kind: 'normal', mean: 0, std } : truncated(std / TRUNCATED);
  });
}

interface Place {
  readonly callee: string;
  readonly range: TextRange;
  readonly context: Context;
}

/** Weights of a layer by the name of an initialiser, `glorot_uniform` or `GlorotUniform`; undefined for an unknown one. */
export function randomWeights(name: string, shape: readonly number[], place: Place): PyArray | undefined {
  const snake = name.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase();
  return Object.hasOwn(scaled, snake) ? weights(scaled[snake]!(fansOf(shape)), shape, place) : undefined;
}

function weights(distribution: Distribution, shape: readonly number[], { callee, range, context }: Place): PyArray {
  return drawOther(
    distribution,
    { callee, generator: 'TensorFlow', range, shape, dtype: 'float32', notation: 'tensorflow' },
    context,
  );
}

function initializer(distribution: (fans: Fans) => Distribution): Py {
  return libraryFunction('initializer', 'shape dtype?', (call) => {
    const shape = call.integers('shape');
    return weights(distribution(fansOf(shape)), shape, call);
  });
}

function withMoments(call: Call, kind: 'normal' | 'truncated'): Py {
  const [mean, std] = [call.number('mean', 0), call.number('stddev', 0.05)];
  return initializer(() => ({ kind, mean, std }));
}

function withBounds(call: Call): Py {
  const [low, high] = [call.number('minval', -0.05), call.number('maxval', 0.05)];
  return initializer(() => ({ kind: 'uniform', low, high }));
}

/** Inputs and outputs of a unit of a filter (f_H, f_W, n_C_prev, n_C) or a matrix. */
function fansOf(shape: readonly number[]): Fans {
  const field = shape.slice(0, -2).reduce((product, extent) => product * extent, 1);
  const [inputs = 1, outputs = 1] = shape.slice(-2);
  return [field * inputs, field * outputs];
}

function symmetric(bound: number): Distribution {
  return { kind: 'uniform', low: -bound, high: bound };
}

function truncated(std: number): Distribution {
  return { kind: 'truncated', mean: 0, std };
}
