/** `jax.numpy`: NumPy's functions in single precision, JAX's default. */
import { convert } from '../../array/elementwise';
import { rangesOf } from '../../array/PyArray';
import type { Py, PyFunction } from '../../value/Py';
import type { FunctionTable } from '../call/Call';
import { reluMethod } from '../torch/torchMethods';

/** Functions of `jax.nn` and `flax.linen` by name. */
export const JAX_NN: FunctionTable = { relu: ['input|x', reluMethod] };

const SINGLE = { float64: 'float32', int64: 'int32' } as const;

/** A function of NumPy whose results are float32 and int32, as without `jax_enable_x64`. */
export function singlePrecision(member: Py | undefined): Py | undefined {
  if (member?.kind === 'dtype' && (member.dtype === 'float64' || member.dtype === 'int64'))
    return { ...member, dtype: SINGLE[member.dtype] };
  if (member?.kind !== 'function') return member;
  const wrapped: PyFunction = {
    ...member,
    call: (args, context) => {
      const result = member.call(args, context);
      if (result.kind !== 'array' || (result.dtype !== 'float64' && result.dtype !== 'int64')) return result;
      return convert(result, SINGLE[result.dtype], context, rangesOf(result));
    },
  };
  return wrapped;
}
