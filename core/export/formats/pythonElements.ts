/** Elements of arrays in Python source. */
import type { FloatData } from '../../array/NdArray';
import type { ExportType } from '../elementType';
import { isInteger } from '../elementType';
import { floatText, numberText, type NonFiniteNames } from '../numberText';

/** `exact`: all digits of a float32 as a double, for lists whose elements are doubles. */
export function pythonElements(data: FloatData, type: ExportType, names: NonFiniteNames, exact = false) {
  if (type === 'bool') return (k: number) => (data[k] === 1 ? 'True' : 'False');
  if (isInteger(type)) return (k: number) => String(data[k]);
  const single = !exact && type !== 'float64';
  return (k: number) => numberText(data[k]!, names, (value) => floatText(value, single));
}

/** Names of values that are not finite, without an import. */
export const builtInNonFinite: NonFiniteNames = ["float('nan')", "float('inf')", "-float('inf')"];
