/** `tf.random`: the shapes and distributions of TensorFlow, with other numbers. */
import { NONE } from '../../value/constructors';
import type { Py } from '../../value/Py';
import type { Call, FunctionTable } from '../call/Call';
import { drawOther, type Distribution } from '../random/otherDraws';

const NORMAL = 'shape mean? stddev? dtype? seed? name?';
const UNIFORM = 'shape minval? maxval? dtype? seed? name?';

/** Functions of `tf.random` by name. */
export const TENSORFLOW_DRAWS: FunctionTable = {
  normal: [NORMAL, (call) => drawn(call, { kind: 'normal', ...moments(call) })],
  truncated_normal: [NORMAL, (call) => drawn(call, { kind: 'truncated', ...moments(call) })],
  uniform: [UNIFORM, uniform],
  set_seed: ['seed', () => NONE],
};

/** Functions of `tf` by name, as in TensorFlow 1. */
export const TENSORFLOW_OLD_DRAWS: FunctionTable = {
  random_normal: TENSORFLOW_DRAWS['normal']!,
  truncated_normal: TENSORFLOW_DRAWS['truncated_normal']!,
  random_uniform: TENSORFLOW_DRAWS['uniform']!,
  set_random_seed: TENSORFLOW_DRAWS['set_seed']!,
};

function moments(call: Call): { mean: number; std: number } {
  return { mean: call.number('mean', 0), std: call.number('stddev', 1) };
}

function uniform(call: Call): Py {
  const dtype = call.dtype() ?? 'float32';
  const [low, high] = [call.number('minval', 0), call.number('maxval', 1)];
  return drawn(call, { kind: dtype.startsWith('float') ? 'uniform' : 'integers', low, high });
}

function drawn(call: Call, distribution: Distribution): Py {
  const { callee, range } = call;
  const [shape, dtype] = [call.integers('shape'), call.dtype() ?? 'float32'];
  return drawOther(
    distribution,
    { callee, generator: 'TensorFlow', range, shape, dtype, notation: 'tensorflow' },
    call.context,
  );
}
