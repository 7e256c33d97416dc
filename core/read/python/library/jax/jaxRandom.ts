/** `jax.random`: the shapes and distributions of JAX, with other numbers. A key is an array of two integers, as in JAX. */
import { convert } from '../../array/elementwise';
import { arrayOf } from '../../array/PyArray';
import type { Py } from '../../value/Py';
import type { Call, FunctionTable } from '../call/Call';
import { drawOther, type Distribution } from '../random/otherDraws';

/** Functions of `jax.random` by name. */
export const JAX_DRAWS: FunctionTable = {
  PRNGKey: ['seed impl?', key],
  key: ['seed impl?', key],
  split: ['key num?', split],
  fold_in: ['key data', (call) => call.array('key')],
  normal: ['key shape? dtype?', (call) => drawn(call, { kind: 'normal', mean: 0, std: 1 })],
  uniform: [
    'key shape? dtype? minval? maxval?',
    (call) => drawn(call, { kind: 'uniform', low: call.number('minval', 0), high: call.number('maxval', 1) }),
  ],
  randint: [
    'key shape minval maxval dtype?',
    (call) => drawn(call, { kind: 'integers', low: call.number('minval'), high: call.number('maxval') }),
  ],
};

function key(call: Call): Py {
  return convert(arrayOf(Float64Array.of(0, call.integer('seed')), [2], 'float64'), 'uint32', call.context);
}

/** The numbers of the keys do not matter: no draw depends on them. */
function split(call: Call): Py {
  const count = call.integer('num', 2);
  call.context.allocate([count, 2], call.range);
  const numbers = Float64Array.from({ length: 2 * count }, (_, index) => index);
  return convert(arrayOf(numbers, [count, 2], 'float64'), 'uint32', call.context);
}

function drawn(call: Call, distribution: Distribution): Py {
  const { callee, range } = call;
  const shape = call.lacks('shape') ? [] : call.integers('shape');
  const usual = distribution.kind === 'integers' ? 'int32' : 'float32';
  const dtype = call.dtype() ?? usual;
  return drawOther(distribution, { callee, generator: 'JAX', range, shape, dtype }, call.context);
}
