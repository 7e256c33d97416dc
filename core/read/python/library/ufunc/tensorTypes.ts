/** The types of results of operations on tensors. */
import { isFloat, kindOf, promote, type Dtype } from '../../array/dtype';
import type { PyArray } from '../../array/PyArray';
import type { Context } from '../../runtime/Context';
import type { Py } from '../../value/Py';

/** PyTorch: numbers and tensors without axes do not change the type of a tensor of the same or a higher kind. */
export function tensorType(left: Py, right: Py, a: PyArray, b: PyArray, floats: Dtype): Dtype {
  const rankOf = (value: Py, array: PyArray): number => (value.kind !== 'array' ? 0 : array.shape.length === 0 ? 1 : 2);
  const [rankA, rankB] = [rankOf(left, a), rankOf(right, b)];
  if (rankA === rankB) return tensorPromote(a.dtype, b.dtype);
  const [strong, weak, number] = rankA > rankB ? [a, b, rankB === 0] : [b, a, rankA === 0];
  if (kindOf(weak.dtype) <= kindOf(strong.dtype)) return strong.dtype;
  if (!number) return tensorPromote(strong.dtype, weak.dtype);
  return kindOf(weak.dtype) === 2 ? floats : 'int64';
}

function tensorPromote(a: Dtype, b: Dtype): Dtype {
  if (isFloat(a) !== isFloat(b)) return isFloat(a) ? a : b;
  return promote(a, b);
}

/** Division of whole-number tensors has PyTorch's default type. */
export function floatingTensor(
  computing: Dtype,
  joint: Dtype,
  operands: readonly PyArray[],
  { torch }: Context,
): Dtype {
  return isFloat(computing) && !isFloat(joint) && operands.some(isTensor) ? torch.dtype : computing;
}

export function isTensor({ notation }: PyArray): boolean {
  return notation !== undefined && notation !== 'numpy';
}
