/** Element types of PyTorch's tensors, which its products and convolutions do not convert. */
import { PythonError } from '../runtime/PythonError';
import type { Context } from '../runtime/Context';
import type { PyArray } from './PyArray';

const TYPES: Readonly<Partial<Record<string, string>>> = {
  bool: 'Bool',
  uint8: 'Byte',
  int8: 'Char',
  int16: 'Short',
  int32: 'Int',
  int64: 'Long',
  float16: 'Half',
  float32: 'Float',
  float64: 'Double',
};

/** As PyTorch's messages name it. */
export function tensorTypeName(dtype: string): string {
  return TYPES[dtype] ?? dtype;
}

/** Where a program runs as Python runs it, tensors of two types have no product. */
export function requireTypeOfProduct(a: PyArray, b: PyArray, context: Context): void {
  if (!context.isStrict || a.dtype === b.dtype || a.notation !== 'pytorch' || b.notation !== 'pytorch') return;
  const [own, other] = [tensorTypeName(a.dtype), tensorTypeName(b.dtype)];
  throw new PythonError(
    'RuntimeError',
    a.shape.length === 1 && b.shape.length === 1
      ? `dot : expected both vectors to have same dtype, but found ${own} and ${other}`
      : `expected scalar type ${own} but found ${other}`,
  );
}
