/** The text of an array, by its library and the options for printing. */
import { LensError, msg } from '../../../../message';
import { sizeOf } from '../../../../array/NdArray';
import { reprArray, strArray } from '../../array/format';
import type { Py } from '../../value/Py';
import type { Machine } from '../machine/Machine';
import { tensorText } from './tensorText';

/** Numbers of an array that are formatted; NumPy itself summarizes above 1,000. */
const MAX_ARRAY = 1_000_000;

/** Libraries whose arrays have another text; their values are not told from NumPy's here. */
const OTHER_TEXT = /\bmxnet\b/;
const OTHER_REPR = /\b(?:mxnet|jax)\b/;

export function printedArray(value: Extract<Py, { kind: 'array' }>, machine: Machine, repr: boolean): string {
  const size = sizeOf(value.shape);
  if (size > MAX_ARRAY) throw new LensError(msg('this value is too large to be printed'));
  machine.context.spend(Math.min(size, 2000) * 50 + size);
  if (value.notation === 'pytorch' || value.notation === 'tensorflow') return tensorText(value, machine, repr);
  const other = repr ? OTHER_REPR.exec(machine.text) : OTHER_TEXT.exec(machine.text);
  if (other) throw new LensError(msg('printing an array of {0} is not supported', other[0]));
  const { printOptions } = machine;
  return repr ? reprArray(value, printOptions) : strArray(value, printOptions);
}
